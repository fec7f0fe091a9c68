import { createStore } from 'zustand'
import { wordsFor } from '@/contract/words'
import { callAgain, makeRequestIds, type Answer, type SendingPhase } from '../cloud'

/** What is said to be wrong: by the candidate of an application, or by the employee whose referral it is. */
export type Disputed =
  { as: 'candidate'; id: string } | { as: 'referrer'; kind: 'invitation' | 'application'; id: string }

export type DisputePhase =
  | { name: 'writing'; problem?: string }
  /** `waiting`: the cloud is away; it goes on by itself. */
  | { name: 'sending'; waiting: boolean }
  | { name: 'sent' }

export type DisputeState = {
  /** Kept until it is sent, also while nobody looks at it. */
  words: string
  phase: DisputePhase
  write: (words: string) => void
  /** True once it is with the recruiters. */
  send: () => Promise<boolean>
  /** Stops trying; the words stay. */
  giveUp: () => void
}

/** A claim (「推荐我的是另一位同事」) or an objection (「我有异议」) on its way. product.md, "Who owns the referral", clause 7. */
export const makeDispute = (disputed: Disputed) =>
  createStore<DisputeState>()((set, get) => {
    const requestIds = makeRequestIds()
    let cancel = () => undefined as void

    function deliver(words: string): Promise<Answer<'referral.object' | 'application.claimSource'>> {
      const watch = (phase: SendingPhase) => {
        if (phase !== 'done') set({ phase: { name: 'sending', waiting: phase === 'waiting-for-network' } })
      }
      const requestId = requestIds.of({ words })
      const sending =
        disputed.as === 'candidate'
          ? callAgain('application.claimSource', { requestId, id: disputed.id, words }, watch)
          : callAgain('referral.object', { requestId, kind: disputed.kind, id: disputed.id, words }, watch)
      cancel = sending.cancel
      return sending.reply
    }

    return {
      words: '',
      phase: { name: 'writing' },
      write: (words) => {
        if (get().phase.name === 'writing') set({ words, phase: { name: 'writing' } })
      },
      send: async () => {
        const words = get().words.trim()
        if (get().phase.name !== 'writing') return false
        if (words === '') {
          set({ phase: { name: 'writing', problem: '请写几句经过，HR 才好核对' } })
          return false
        }
        set({ phase: { name: 'sending', waiting: false } })
        const reply = await deliver(words)
        if (reply.ok) set({ words: '', phase: { name: 'sent' } })
        // Given up: nothing went wrong that would have to be told.
        else if (reply.code === 'unavailable') set({ phase: { name: 'writing' } })
        else set({ phase: { name: 'writing', problem: wordsFor(reply.code, reply) } })
        return reply.ok
      },
      giveUp: () => cancel(),
    }
  })
