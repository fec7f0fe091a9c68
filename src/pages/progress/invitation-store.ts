import { createStore } from 'zustand'
import type { SentInvitation } from '@/contract/calls/invitation'
import { wordsFor } from '@/contract/words'
import type { Relation } from '@/domain/endorsement'
import { call, callAgain, newRequestId, type Failure, type SendingPhase } from '@/services/cloud'

export type InvitationPhase =
  | { name: 'closed' }
  | { name: 'loading'; id: string }
  | { name: 'failed'; id: string; failure: Failure }
  | { name: 'shown'; id: string; invitation: SentInvitation }

export type InvitationStore = {
  phase: InvitationPhase
  sending: 'no' | 'sending' | 'away'
  problem?: string
  open: (id: string) => Promise<void>
  refresh: () => Promise<void>
  close: () => void
  /** True once it is saved. */
  endorse: (relation: Relation | null, line: string) => Promise<boolean>
  /** True once it is taken back. */
  revoke: () => Promise<boolean>
}

/** One of my invitations that has led to no application yet, opened from the list. */
export const makeInvitation = () =>
  createStore<InvitationStore>()((set, get) => {
    let sending: { cancel: () => void } | null = null

    const watch = (phase: SendingPhase) =>
      set({ sending: phase === 'done' ? 'no' : phase === 'sending' ? 'sending' : 'away' })

    async function settle(id: string, write: ReturnType<typeof callAgain>): Promise<boolean> {
      sending = write
      set({ problem: undefined })
      const reply = await write.reply
      sending = null
      if (get().phase.name === 'closed') return reply.ok
      if (!reply.ok) set({ problem: wordsFor(reply.code, reply) })
      if (reply.ok || reply.code === 'invitation-answered') await get().open(id)
      return reply.ok
    }

    return {
      phase: { name: 'closed' },
      sending: 'no',
      open: async (id) => {
        const { phase } = get()
        const shown = phase.name === 'shown' && phase.id === id
        if (!shown) set({ phase: { name: 'loading', id }, problem: undefined })
        const reply = await call('invitation.get', { id })
        const now = get().phase
        if (now.name === 'closed' || now.id !== id) return
        if (reply.ok) set({ phase: { name: 'shown', id, invitation: reply.data } })
        else if (!shown) set({ phase: { name: 'failed', id, failure: reply } })
      },
      refresh: async () => {
        const { phase } = get()
        if (phase.name !== 'closed') await get().open(phase.id)
      },
      close: () => {
        sending?.cancel()
        set({ phase: { name: 'closed' }, problem: undefined })
      },
      endorse: async (relation, line) => {
        const { phase } = get()
        if (phase.name !== 'shown' || sending) return false
        const input = { requestId: newRequestId(), id: phase.id, relation, line: line.trim() || null }
        return settle(phase.id, callAgain('invitation.endorse', input, watch))
      },
      revoke: async () => {
        const { phase } = get()
        if (phase.name !== 'shown' || sending) return false
        const input = { requestId: newRequestId(), id: phase.id }
        return settle(phase.id, callAgain('invitation.revoke', input, watch))
      },
    }
  })
