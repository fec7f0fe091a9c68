import { createStore } from 'zustand'
import type { ErrorCode } from '@/contract/errors'
import { wordsFor } from '@/contract/words'
import { callAgain, type Failure } from '@/services/cloud'
import { forgetDraft, keepDraft, openDraft, type Draft } from './draft'
import { openDoor, type Door } from './door'

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

export const makeApply = (token: string | undefined, jobId: string | undefined) =>
  createStore<ApplyStore>()((set, get) => {
    let sending: { cancel: () => void } | null = null

    const missing = (job: string | null): Problem | undefined => {
      if (!job) return { at: 'job', words: '请选择要投递的职位' }
      return get().draft.name.trim()
        ? undefined
        : { at: 'name', words: '请填写姓名，招聘同事才知道怎么称呼你' }
    }
    const refused = async (failure: Failure) => {
      set({
        problem: {
          at: PLACE[failure.code] ?? 'whole',
          words: wordsFor(failure.code, failure),
          code: failure.code,
        },
      })
      if (failure.code === 'unauthenticated') set({ door: { name: 'elsewhere', to: 'prove' } })
      if (failure.code === 'job-closed') set({ door: await openDoor(token, jobId) })
    }

    return {
      door: { name: 'loading' },
      draft: openDraft(token ?? jobId ?? ''),
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
          invitationId: door.invitation?.invitationId ?? null,
          name: draft.name.trim(),
          note: draft.note.trim() || null,
          fileId: draft.file?.id ?? null,
        }
        const submitting = (sending = callAgain('application.submit', input, (phase) =>
          set({ sending: phase === 'done' ? 'no' : phase === 'sending' ? 'sending' : 'away' }),
        ))
        const reply = await submitting.reply
        sending = null
        if (!reply.ok) return (await refused(reply), null)
        forgetDraft()
        return reply.data.applicationId
      },
      leave: () => sending?.cancel(),
    }
  })
