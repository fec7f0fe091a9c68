import { createStore } from 'zustand'
import type { ErrorCode } from '@/contract/errors'
import { wordsFor } from '@/contract/words'
import type { StageTexts } from '@/domain/stage-texts'
import { callAgain, makeRequestIds, type Failure, type Output } from '@/services/cloud'
import { EMPTY_TRANSFER, problemIn, type TransferDraft, type TransferProblem } from './draft'

export type TransferPhase =
  | { name: 'writing'; problem?: TransferProblem }
  /** `waiting`: the cloud is away; it goes on by itself. */
  | { name: 'sending'; waiting: boolean }
  | { name: 'told'; job: string; texts: StageTexts }

export type TransferState = {
  draft: TransferDraft
  phase: TransferPhase
  edit: (change: (draft: TransferDraft) => TransferDraft) => void
  /** `version` is that of the application as it is seen. */
  send: (version: number) => Promise<void>
  giveUp: () => void
}

export type TransferEnds = {
  onDone: (moved: Output<'application.transfer'>) => Promise<void>
  /** It is not as it was seen any more: shows how it is. */
  onOvertaken: () => Promise<void>
}

/** Moving a candidate to another job. */
export const makeTransfer = (id: string, { onDone, onOvertaken }: TransferEnds) =>
  createStore<TransferState>()((set, get) => {
    const requestIds = makeRequestIds()
    let cancel = () => undefined as void

    return {
      draft: EMPTY_TRANSFER,
      phase: { name: 'writing' },
      edit: (change) => {
        if (get().phase.name !== 'sending') set({ draft: change(get().draft), phase: { name: 'writing' } })
      },
      send: async (version) => {
        if (get().phase.name !== 'writing') return
        const { draft } = get()
        const problem = problemIn(draft)
        if (problem || !draft.job) return set({ phase: { name: 'writing', problem: problem ?? undefined } })
        const { job, reason } = draft
        const texts = { candidate: draft.texts.candidate.trim(), referrer: draft.texts.referrer.trim() }
        const words = { candidateText: texts.candidate, referrerText: texts.referrer }
        const input = { id, version, jobId: job.id, ...words, reason: reason.trim() || null }
        set({ phase: { name: 'sending', waiting: false } })
        const requestId = requestIds.of(input)
        const sending = callAgain('application.transfer', { requestId, ...input }, (phase) => {
          if (phase !== 'done') set({ phase: { name: 'sending', waiting: phase === 'waiting-for-network' } })
        })
        cancel = sending.cancel
        const reply = await sending.reply
        if (reply.ok) {
          requestIds.done()
          set({ draft: EMPTY_TRANSFER, phase: { name: 'told', job: job.title, texts } })
          return onDone(reply.data)
        }
        set({ phase: { name: 'writing', problem: problemOf(reply) } })
        if (reply.code === 'stage-conflict' || reply.code === 'stage-impossible') await onOvertaken()
      },
      giveUp: () => cancel(),
    }
  })

const CAUSES: Partial<Record<ErrorCode, TransferProblem['at']>> = {
  'already-applied': 'job',
  'job-closed': 'job',
}

function problemOf(failure: Failure): TransferProblem | undefined {
  const { code } = failure
  // Given up: nothing went wrong that would have to be told.
  if (code === 'unavailable') return undefined
  const words = code === 'already-applied' ? 'TA 已经在这个职位的流程里，请换一个' : wordsFor(code, failure)
  return { at: CAUSES[code] ?? 'form', words }
}
