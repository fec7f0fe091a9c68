import { createStore } from 'zustand'
import type { OwnShare } from '@/contract/calls/share'
import { wordsFor } from '@/contract/words'
import { call, callAgain, newRequestId, type Failure, type Output } from '@/services/cloud'

/** A share with what it brought. */
export type ListedShare = Output<'share.list'>['shares'][number]

export type Phase =
  | { name: 'loading' }
  /** `stale`: the cloud is away, this is what was loaded then. */
  | { name: 'ready'; shares: readonly ListedShare[]; loadedAt: Date; stale: boolean }
  | { name: 'failed'; failure: Failure }

/** What is being sent; `away` while it waits for the network. */
export type Doing = { what: 'code' | 'renew' | 'end'; away: boolean }

export type SharesStore = {
  phase: Phase
  doing: Doing | null
  problem?: { what: Doing['what']; words: string }
  load: () => Promise<void>
  /** My code, made the first time I look for it: an employee has one for good. */
  makeCode: () => Promise<void>
  renewCode: () => Promise<OwnShare | null>
  /** True once nobody comes by it any more. */
  end: (id: string) => Promise<boolean>
  leave: () => void
}

export const codeOf = (shares: readonly ListedShare[]) => shares.find(({ channel }) => channel === 'code')

export const makeShares = () =>
  createStore<SharesStore>()((set, get) => {
    let sending: { cancel: () => void } | null = null
    /** One id for each thing that is wanted, until it is done: a second tap after a failure is the same wish. */
    const ids = new Map<string, string>()
    const idFor = (wish: string) => ids.get(wish) ?? (ids.set(wish, newRequestId()), ids.get(wish) ?? '')

    const watch = (what: Doing['what']) => (is: 'sending' | 'waiting-for-network' | 'done') =>
      set({ doing: is === 'done' ? null : { what, away: is === 'waiting-for-network' } })

    async function settle<Out>(
      what: Doing['what'],
      wish: string,
      attempt: { reply: Promise<{ ok: true; data: Out } | Failure>; cancel: () => void },
    ): Promise<Out | null> {
      sending = attempt
      const reply = await attempt.reply
      sending = null
      if (!reply.ok) return (set({ problem: { what, words: wordsFor(reply.code, reply) } }), null)
      ids.delete(wish)
      await get().load()
      return reply.data
    }

    return {
      phase: { name: 'loading' },
      doing: null,
      load: async () => {
        if (get().phase.name === 'failed') set({ phase: { name: 'loading' } })
        const reply = await call('share.list', {})
        const { phase } = get()
        if (reply.ok)
          set({ phase: { name: 'ready', shares: reply.data.shares, loadedAt: new Date(), stale: false } })
        else if (phase.name === 'ready') set({ phase: { ...phase, stale: true } })
        else set({ phase: { name: 'failed', failure: reply } })
      },
      makeCode: async () => {
        const { phase, doing } = get()
        if (doing || phase.name !== 'ready' || codeOf(phase.shares)) return
        set({ problem: undefined })
        const code = { channel: 'code' as const, jobId: null, name: null, title: null }
        const input = { requestId: idFor('code'), ...code }
        await settle('code', 'code', callAgain('share.create', input, watch('code')))
      },
      renewCode: async () => {
        if (get().doing) return null
        set({ problem: undefined })
        const renewing = callAgain('share.renew', { requestId: idFor('renew') }, watch('renew'))
        return (await settle('renew', 'renew', renewing))?.share ?? null
      },
      end: async (id) => {
        if (get().doing) return false
        set({ problem: undefined })
        const ending = callAgain('share.end', { requestId: idFor(id), id }, watch('end'))
        return (await settle('end', id, ending)) !== null
      },
      leave: () => sending?.cancel(),
    }
  })
