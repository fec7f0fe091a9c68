import { create } from 'zustand'
import type { JobCard } from '@/contract/calls/job'
import { wordsFor } from '@/contract/words'
import { call } from '@/services/cloud'

type Phase =
  | { name: 'loading' }
  /** `stale`: the cloud is away, this is what was loaded then. */
  | { name: 'ready'; jobs: readonly JobCard[]; loadedAt: Date; stale: boolean }
  | { name: 'failed'; words: string }

export type JobsState = { phase: Phase; load: () => Promise<void> }

export const useJobs = create<JobsState>()((set, get) => ({
  phase: { name: 'loading' },
  load: async () => {
    if (get().phase.name === 'failed') set({ phase: { name: 'loading' } })
    const reply = await call('job.list', {})
    const { phase } = get()
    if (reply.ok) set({ phase: { name: 'ready', jobs: reply.data.jobs, loadedAt: new Date(), stale: false } })
    else if (phase.name === 'ready') set({ phase: { ...phase, stale: true } })
    else set({ phase: { name: 'failed', words: wordsFor(reply.code, reply) } })
  },
}))
