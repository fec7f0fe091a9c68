import { create } from 'zustand'
import { call, type Failure, type Output } from '@/services/cloud'

type Listed = Pick<Output<'progress.list'>, 'items' | 'counts' | 'calendar'>
type Phase = { name: 'loading' } | ({ name: 'ready' } & Listed) | { name: 'failed'; failure: Failure }

export type RunningState = { phase: Phase; load: () => Promise<void> }

/** My referrals in process. What was loaded stays on screen while the cloud is away. */
export const useRunning = create<RunningState>()((set, get) => ({
  phase: { name: 'loading' },
  load: async () => {
    const reply = await call('progress.list', { as: 'referrer', filter: 'active' })
    if (reply.ok) set({ phase: { name: 'ready', ...reply.data } })
    else if (get().phase.name !== 'ready') set({ phase: { name: 'failed', failure: reply } })
  },
}))
