import { createStore } from 'zustand'
import { wordsFor } from '@/contract/words'
import { callAgain, newRequestId } from '@/services/cloud'
import { useSession } from '@/services/session'

export type ErasePhase =
  | { name: 'closed' }
  /** Two steps: first what it means, then whether it is really meant. */
  | { name: 'explaining' }
  | { name: 'sure'; problem?: string; sending: 'no' | 'sending' | 'away' }
  | { name: 'done'; applications: number; files: number; employee: boolean }

export type EraseStore = {
  phase: ErasePhase
  ask: () => void
  goOn: () => void
  erase: () => Promise<void>
  reset: () => void
}

export const makeErase = () =>
  createStore<EraseStore>()((set, get) => {
    let requestId = newRequestId()
    let sending: { cancel: () => void } | null = null

    return {
      phase: { name: 'closed' },
      ask: () => set({ phase: { name: 'explaining' } }),
      goOn: () => set({ phase: { name: 'sure', sending: 'no' } }),
      erase: async () => {
        if (get().phase.name !== 'sure' || sending) return
        const employee = useSession.getState().me?.employee != null
        let away = false
        const erasing = (sending = callAgain('me.erase', { requestId }, (phase) => {
          away ||= phase === 'waiting-for-network'
          if (phase !== 'done')
            set({ phase: { name: 'sure', sending: phase === 'sending' ? 'sending' : 'away' } })
        }))
        const reply = await erasing.reply
        sending = null
        // An answer was lost on the way, and the session ended with the person: erased all the same.
        const gone = away && !reply.ok && reply.code === 'unauthenticated'
        if (!reply.ok && !gone) {
          if (get().phase.name !== 'sure') return
          return set({ phase: { name: 'sure', sending: 'no', problem: wordsFor(reply.code, reply) } })
        }
        requestId = newRequestId()
        const { applications, files } = reply.ok ? reply.data : { applications: 0, files: 0 }
        set({ phase: { name: 'done', applications, files, employee } })
        // Somebody on the roster stays signed in: that account is the company's record.
        if (employee) await useSession.getState().load()
        else useSession.getState().forgetPerson()
      },
      reset: () => {
        sending?.cancel()
        set({ phase: { name: 'closed' } })
      },
    }
  })
