import { createStore } from 'zustand'
import type { ErrorCode } from '@/contract/errors'
import { wordsFor } from '@/contract/words'
import { callAgain, type Failure } from '@/services/cloud'
import { forgetDraft, keepDraft, openDraft, type Draft } from './draft'
import { openDoor, type By, type Door } from './door'

export type Problem = { at: 'name' | 'note' | 'job' | 'whole'; words: string; code?: ErrorCode }

export type ApplyStore = {
  door: Door | { name: 'loading' }
  draft: Draft
  problem?: Problem
  sending: 'no' | 'sending' | 'away'
  load: () => Promise<void>
  edit: (change: Partial<Pick<Draft, 'name' | 'note' | 'jobId' | 'file'>>) => void
  /** The id of the application, once it is in. */
  submit: () => Promise<string | null>
  leave: () => void
}

/** Beside which field a refusal is shown. */
const PLACE: Partial<Record<ErrorCode, Problem['at']>> = { 'job-closed': 'job', 'text-refused': 'note' }

/** Whoever came by it has touched it: the way on needs no token. */
const SHARE_ENDED = '推荐你的入口刚刚停用了。填写的还在，再点一次就能继续投递'

export const makeApply = (token: string | undefined, jobId: string | undefined) =>
  createStore<ApplyStore>()((set, get) => {
    let sending: { cancel: () => void } | null = null

    const missing = (job: string | null): Problem | undefined => {
      if (!job) return { at: 'job', words: '请选择要投递的职位' }
      return get().draft.name.trim()
        ? undefined
        : { at: 'name', words: '请填写姓名，招聘同事才知道怎么称呼你' }
    }
    const refused = async (failure: Failure, by: By, job: string) => {
      const { code } = failure
      const ended = code === 'share-ended' && by.kind === 'share'
      const words = ended ? SHARE_ENDED : wordsFor(code, failure)
      set({ problem: { at: PLACE[code] ?? 'whole', words, code } })
      if (code === 'unauthenticated') set({ door: { name: 'elsewhere', to: 'prove' } })
      if (code === 'job-closed') set({ door: await openDoor(token, jobId) })
      if (ended) set({ door: await openDoor(token, job) })
    }

    return {
      door: { name: 'loading' },
      draft: openDraft([token, jobId].filter(Boolean).join('/')),
      sending: 'no',
      load: async () => {
        if (get().door.name === 'failed') set({ door: { name: 'loading' } })
        const door = await openDoor(token, jobId)
        // A form in use is not taken away by a refresh that fails.
        if (door.name !== 'failed' || get().door.name !== 'form') set({ door })
      },
      edit: (change) => {
        const draft = { ...get().draft, ...change }
        set({ draft, problem: undefined })
        keepDraft(draft)
      },
      submit: async () => {
        const { door, draft } = get()
        if (sending || door.name !== 'form') return null
        const job = door.job?.id ?? draft.jobId
        const problem = missing(job)
        if (problem || !job) return (set({ problem }), null)
        set({ problem: undefined })
        const input = {
          requestId: draft.requestId,
          jobId: job,
          invitationId: door.by.kind === 'invitation' ? door.by.landing.invitationId : null,
          token: door.by.kind === 'share' ? (token ?? null) : null,
          name: draft.name.trim(),
          note: draft.note.trim() || null,
          fileId: draft.file?.id ?? null,
        }
        const submitting = (sending = callAgain('application.submit', input, (phase) =>
          set({ sending: phase === 'done' ? 'no' : phase === 'sending' ? 'sending' : 'away' }),
        ))
        const reply = await submitting.reply
        sending = null
        if (!reply.ok) return (await refused(reply, door.by, job), null)
        forgetDraft()
        return reply.data.applicationId
      },
      leave: () => sending?.cancel(),
    }
  })
