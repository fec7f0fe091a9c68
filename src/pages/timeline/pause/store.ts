import { createStore } from 'zustand'
import { wordsFor } from '@/contract/words'
import type { ErrorCode } from '@/contract/errors'
import { callAgain, makeRequestIds, type Failure, type SendingPhase } from '@/services/cloud'
import type { PauseChoice } from './words'

/** As many characters as `application.pause` takes. */
export const REASON_LIMIT = 120

export type PausePhase =
  | { name: 'idle'; problem?: { code: ErrorCode; words: string } }
  /** `waiting`: the cloud is away; it goes on by itself. */
  | { name: 'sending'; waiting: boolean }

export type PauseState = {
  /** The sheet is open. */
  asking: boolean
  days: PauseChoice
  /** Kept until it is sent, also while the sheet is closed. */
  reason: string
  phase: PausePhase
  ask: () => void
  close: () => void
  choose: (days: PauseChoice | undefined) => void
  write: (reason: string) => void
  /** True once it is done. */
  pause: () => Promise<boolean>
  resume: () => Promise<boolean>
  giveUp: () => void
}

/** 给我一点时间, and the way back. `reload` shows what became of it. */
export const makePause = (id: string, reload: () => Promise<void>) =>
  createStore<PauseState>()((set, get) => {
    const requestIds = makeRequestIds()
    let cancel = () => undefined as void

    const watch = (phase: SendingPhase) => {
      if (phase !== 'done') set({ phase: { name: 'sending', waiting: phase === 'waiting-for-network' } })
    }

    async function settle(sending: { reply: Promise<{ ok: true } | Failure>; cancel: () => void }) {
      set({ phase: { name: 'sending', waiting: false } })
      cancel = sending.cancel
      const reply = await sending.reply
      if (reply.ok) requestIds.done()
      // Refused because it is otherwise by now: what is shown was old.
      if (reply.ok || reply.code === 'pause-impossible') await reload()
      const told = reply.ok || reply.code === 'unavailable'
      set({
        phase: {
          name: 'idle',
          problem: told ? undefined : { code: reply.code, words: wordsFor(reply.code, reply) },
        },
      })
      return reply
    }

    return {
      asking: false,
      days: '5',
      reason: '',
      phase: { name: 'idle' },
      ask: () => set({ asking: true, phase: { name: 'idle' } }),
      close: () => {
        cancel()
        set({ asking: false })
      },
      choose: (days) => {
        if (days && get().phase.name === 'idle') set({ days })
      },
      write: (reason) => {
        if (get().phase.name === 'idle') set({ reason, phase: { name: 'idle' } })
      },
      pause: async () => {
        const { days, reason, phase } = get()
        if (phase.name === 'sending') return false
        const input = { id, days: Number(days), reason: reason.trim() || null }
        const requestId = requestIds.of(input)
        const reply = await settle(callAgain('application.pause', { requestId, ...input }, watch))
        if (reply.ok) set({ asking: false, reason: '' })
        else if (reply.code === 'pause-impossible') set({ asking: false })
        return reply.ok
      },
      resume: async () => {
        if (get().phase.name === 'sending') return false
        const requestId = requestIds.of({ id })
        return (await settle(callAgain('application.resume', { requestId, id }, watch))).ok
      },
      giveUp: () => cancel(),
    }
  })
