import { create } from 'zustand'
import { wordsFor } from '@/contract/words'
import type { Relation } from '@/domain/endorsement'
import { callAgain, newRequestId } from '@/services/cloud'
import { useHome } from '../store'

type Phase =
  { name: 'idle'; problem?: string } | { name: 'endorsing' } | { name: 'revoking' } | { name: 'revoked' }

export type SentState = {
  phase: Phase
  open: () => void
  /** An invitation that stood already, without a word: what was written for this candidate now is added to it. */
  carryOver: () => Promise<void>
  /** Adds to the invitation that was just sent; what it holds already stays. */
  endorse: (words: { relation?: Relation | null; line?: string | null }) => Promise<void>
  revoke: () => Promise<void>
}

function current() {
  const { phase } = useHome.getState()
  return phase.name === 'sent' ? phase.invitation : null
}

/** What can still be done to the invitation in the sheet. */
export const useSent = create<SentState>()((set, get) => ({
  phase: { name: 'idle' },
  open: () => set({ phase: { name: 'idle' } }),
  carryOver: async () => {
    const { draft, phase } = useHome.getState()
    if (phase.name !== 'sent' || !phase.already) return
    const { relation, line } = phase.invitation
    const words = { relation: draft.relation, line: draft.line.trim() || null }
    if (relation || line || (!words.relation && !words.line)) return
    await get().endorse(words)
  },
  endorse: async (words) => {
    const invitation = current()
    if (!invitation || get().phase.name !== 'idle') return
    const { id, relation, line } = invitation
    set({ phase: { name: 'endorsing' } })
    const input = { requestId: newRequestId(), id, relation, line, ...words }
    const reply = await callAgain('invitation.endorse', input).reply
    if (current()?.id !== id) return
    if (reply.ok) useHome.getState().keep(reply.data)
    set({ phase: { name: 'idle', problem: reply.ok ? undefined : wordsFor(reply.code, reply) } })
  },
  revoke: async () => {
    const invitation = current()
    if (!invitation || get().phase.name !== 'idle') return
    set({ phase: { name: 'revoking' } })
    const reply = await callAgain('invitation.revoke', { requestId: newRequestId(), id: invitation.id }).reply
    if (current()?.id !== invitation.id) return
    if (reply.ok) set({ phase: { name: 'revoked' } })
    else set({ phase: { name: 'idle', problem: wordsFor(reply.code, reply) } })
  },
}))
