import { createStore } from 'zustand'
import type { Timeline } from '@/contract/calls/progress'
import type { Role } from '@/contract/roles'
import { wordsFor } from '@/contract/words'
import { call, callAgain, newRequestId, type Answer, type Failure } from '@/services/cloud'
import { openFile } from '@/services/open-file'
import type { Seat } from './steps'

export type Phase =
  | { name: 'loading' }
  | { name: 'failed'; failure: Failure }
  | { name: 'shown'; timeline: Timeline; seat: Seat }

export type TimelineStore = {
  phase: Phase
  problem?: string
  withdrawing: 'no' | 'sending' | 'away'
  load: (roles: readonly Role[]) => Promise<void>
  /** Afresh, from the seat it is shown from. */
  refresh: () => Promise<void>
  /** True once it is withdrawn. */
  withdraw: (reason: string) => Promise<boolean>
  openResume: () => Promise<void>
  leave: () => void
}

/** The seats to look from. An address may say which; else whoever may refer most often looks at a referral. */
export function seatsToTry(said: string | undefined, roles: readonly Role[]): readonly Seat[] {
  if (said === 'candidate' || said === 'referrer') return [said]
  return roles.includes('employee') ? ['referrer', 'candidate'] : ['candidate']
}

export const makeTimeline = (id: string, saidSeat?: string) =>
  createStore<TimelineStore>()((set, get) => {
    let sending: { cancel: () => void } | null = null
    let requestId = newRequestId()
    let knownRoles: readonly Role[] = []

    async function find(seats: readonly Seat[]): Promise<{ reply: Answer<'progress.get'>; seat: Seat }> {
      const [seat = 'candidate', ...others] = seats
      const reply = await call('progress.get', { as: seat, id })
      const elsewhere = !reply.ok && (reply.code === 'not-found' || reply.code === 'forbidden')
      return elsewhere && others.length > 0 ? find(others) : { reply, seat }
    }

    return {
      phase: { name: 'loading' },
      withdrawing: 'no',
      load: async (roles) => {
        knownRoles = roles
        const { phase } = get()
        if (phase.name === 'failed') set({ phase: { name: 'loading' } })
        const { reply, seat } = await find(
          phase.name === 'shown' ? [phase.seat] : seatsToTry(saidSeat, roles),
        )
        if (reply.ok) set({ phase: { name: 'shown', timeline: reply.data, seat } })
        // Away, what is shown stays; gone (erased, or another person signed in), it must not.
        else if (get().phase.name !== 'shown' || reply.code !== 'unavailable') {
          set({ phase: { name: 'failed', failure: reply } })
        }
      },
      refresh: () => get().load(knownRoles),
      withdraw: async (reason) => {
        if (sending) return false
        set({ problem: undefined })
        const input = { requestId, id, reason: reason.trim() || null }
        const withdrawing = (sending = callAgain('application.withdraw', input, (phase) =>
          set({ withdrawing: phase === 'done' ? 'no' : phase === 'sending' ? 'sending' : 'away' }),
        ))
        const reply = await withdrawing.reply
        sending = null
        if (reply.ok) requestId = newRequestId()
        else set({ problem: wordsFor(reply.code, reply) })
        await get().refresh()
        return reply.ok
      },
      openResume: async () => {
        set({ problem: undefined })
        const opened = await openFile.open(async () => {
          const reply = await call('file.link', { applicationId: id })
          return reply.ok ? reply.data : null
        })
        if (!opened) set({ problem: '简历没有打开，请稍后再试' })
      },
      leave: () => sending?.cancel(),
    }
  })
