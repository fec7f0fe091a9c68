import { createStore } from 'zustand'
import { wordsFor } from '@/contract/words'
import { callAgain, newRequestId } from '@/services/cloud'

export type PhonePhase =
  | { name: 'masked'; problem?: string }
  | { name: 'asking' }
  /** Null once the candidate had it erased. */
  | { name: 'shown'; phone: string | null }

export type PhoneState = { phase: PhonePhase; reveal: () => Promise<void>; giveUp: () => void }

/** The full number, for as long as the page stands. Every reveal is a line in the log. */
export const makePhone = (id: string) =>
  createStore<PhoneState>()((set, get) => {
    let cancel = () => undefined as void
    return {
      phase: { name: 'masked' },
      reveal: async () => {
        if (get().phase.name !== 'masked') return
        set({ phase: { name: 'asking' } })
        const asking = callAgain('application.revealPhone', { requestId: newRequestId(), id })
        cancel = asking.cancel
        const reply = await asking.reply
        if (reply.ok) set({ phase: { name: 'shown', phone: reply.data.phone } })
        else set({ phase: { name: 'masked', problem: wordsFor(reply.code, reply) } })
      },
      giveUp: () => cancel(),
    }
  })
