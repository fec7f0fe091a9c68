import { createStore } from 'zustand'
import { wordsFor } from '@/contract/words'
import { callAgain, newRequestId } from '@/services/cloud'
import { visitorId } from '@/services/entry'

export type ReportPhase =
  { name: 'idle'; problem?: string } | { name: 'sending'; away: boolean } | { name: 'told' }

export type ReportStore = { phase: ReportPhase; report: () => Promise<void>; leave: () => void }

/** 「这个内推码是我买来的」: told once, however often it is tapped. */
export const makeReport = (token: string) =>
  createStore<ReportStore>()((set, get) => {
    const requestId = newRequestId()
    let sending: { cancel: () => void } | null = null
    return {
      phase: { name: 'idle' },
      report: async () => {
        if (get().phase.name !== 'idle') return
        const input = { requestId, token, visitor: visitorId() }
        const telling = (sending = callAgain('share.report', input, (phase) => {
          if (phase !== 'done') set({ phase: { name: 'sending', away: phase === 'waiting-for-network' } })
        }))
        const reply = await telling.reply
        sending = null
        set({ phase: reply.ok ? { name: 'told' } : { name: 'idle', problem: wordsFor(reply.code, reply) } })
      },
      leave: () => sending?.cancel(),
    }
  })
