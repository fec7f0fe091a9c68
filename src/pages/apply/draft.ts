import { newRequestId } from '@/services/cloud'
import { forget, recall, remember } from '@/services/storage'

export type AttachedFile = { id: string; name: string }

/** What somebody has typed so far. It survives errors, going back and a reload, and goes when it was sent. */
export type Draft = {
  /** The door it was begun at (a share's token or a job); another door begins another draft. */
  door: string
  /** Made once: however often it is sent, it is one application. */
  requestId: string
  jobId: string | null
  name: string
  note: string
  file: AttachedFile | null
}

const KEY = 'apply-draft'

export const beginDraft = (door: string): Draft => ({
  door,
  requestId: newRequestId(),
  jobId: null,
  name: '',
  note: '',
  file: null,
})

export function openDraft(door: string): Draft {
  const kept = recall(KEY, parse)
  if (kept?.door === door) return kept
  // Who one is does not change with the job.
  return { ...beginDraft(door), name: kept?.name ?? '', file: kept?.file ?? null }
}

export const keepDraft = (draft: Draft) => remember(KEY, draft)

/** After sending only the answer is of use: the words are in the cloud now. */
export const forgetDraft = () => forget(KEY)

function parse(stored: unknown): Draft | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined
  const { door, requestId, jobId, name, note, file } = stored as Record<string, unknown>
  if (typeof door !== 'string' || typeof requestId !== 'string') return undefined
  if (typeof name !== 'string' || typeof note !== 'string') return undefined
  return {
    door,
    requestId,
    name,
    note,
    jobId: typeof jobId === 'string' ? jobId : null,
    file: parseFile(file),
  }
}

function parseFile(stored: unknown): AttachedFile | null {
  if (typeof stored !== 'object' || stored === null) return null
  const { id, name } = stored as Record<string, unknown>
  return typeof id === 'string' && typeof name === 'string' ? { id, name } : null
}
