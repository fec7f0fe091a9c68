import { createStore } from 'zustand'
import type { Explanation } from '@/contract/calls/source'
import type { Seat } from '@/contract/fields'
import { call, type Failure } from '../cloud'

export type ExplanationPhase =
  | { name: 'closed' }
  | { name: 'loading' }
  | { name: 'failed'; failure: Failure }
  | { name: 'shown'; explanation: Explanation }

export type ExplanationState = {
  phase: ExplanationPhase
  open: () => Promise<void>
  close: () => void
  /** Loads again what is open; what is shown stays while the cloud is away. */
  refresh: () => Promise<void>
}

/** Why a referral belongs to whom, as one seat may read it. Asked for only when somebody wants to know. */
export const makeExplanation = (as: Seat, id: string) =>
  createStore<ExplanationState>()((set, get) => {
    /** The newest question; older answers are left unread. */
    let question = 0

    async function load(): Promise<void> {
      const mine = ++question
      if (get().phase.name !== 'shown') set({ phase: { name: 'loading' } })
      const reply = await call('application.explain', { as, id })
      if (mine !== question) return
      if (reply.ok) set({ phase: { name: 'shown', explanation: reply.data } })
      else if (get().phase.name !== 'shown' || reply.code !== 'unavailable')
        set({ phase: { name: 'failed', failure: reply } })
    }

    return {
      phase: { name: 'closed' },
      open: load,
      close: () => {
        question++
        set({ phase: { name: 'closed' } })
      },
      refresh: async () => {
        if (get().phase.name !== 'closed') await load()
      },
    }
  })
