import { createStore } from 'zustand'
import { wordsFor } from '@/contract/words'
import { callAgain, makeRequestIds } from '@/services/cloud'

export type NudgePhase =
  | { name: 'idle'; problem?: string }
  /** `waiting`: the cloud is away; it goes on by itself. */
  | { name: 'sending'; waiting: boolean }

export type NudgeState = {
  phase: NudgePhase
  send: () => Promise<void>
  /** Stops trying. What is on its way already may still arrive; a later try then does nothing twice. */
  giveUp: () => void
}

/** 催一下 on its way. `reload` shows what became of it, also after a refusal: that tells what this device did not know. */
export const makeNudge = (id: string, reload: () => Promise<void>) =>
  createStore<NudgeState>()((set, get) => {
    const requestIds = makeRequestIds()
    let cancel = () => undefined as void

    return {
      phase: { name: 'idle' },
      send: async () => {
        if (get().phase.name === 'sending') return
        set({ phase: { name: 'sending', waiting: false } })
        const sending = callAgain('referral.nudge', { requestId: requestIds.of({ id }), id }, (phase) => {
          if (phase !== 'done') set({ phase: { name: 'sending', waiting: phase === 'waiting-for-network' } })
        })
        cancel = sending.cancel
        const reply = await sending.reply
        if (reply.ok) requestIds.done()
        const away = !reply.ok && reply.code === 'unavailable'
        if (!away) await reload()
        set({
          phase: { name: 'idle', problem: reply.ok || away ? undefined : wordsFor(reply.code, reply) },
        })
      },
      giveUp: () => cancel(),
    }
  })
