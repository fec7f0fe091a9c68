import { createStore, type StateCreator } from 'zustand'
import type { JobCard } from '@/contract/calls/job'
import { call, type Failure } from '../cloud'

export { searchJobs } from './search'

export type OpenJobsPhase =
  { name: 'loading' } | { name: 'ready'; jobs: readonly JobCard[] } | { name: 'failed'; failure: Failure }

export type OpenJobsState = { phase: OpenJobsPhase; load: () => Promise<void> }

/** The jobs somebody can be referred to now. What was loaded stays while the cloud is away. */
export const openJobs: StateCreator<OpenJobsState> = (set, get) => ({
  phase: { name: 'loading' },
  load: async () => {
    if (get().phase.name === 'failed') set({ phase: { name: 'loading' } })
    const reply = await call('job.list', {})
    if (reply.ok) set({ phase: { name: 'ready', jobs: reply.data.jobs.filter((job) => job.takesReferrals) } })
    else if (get().phase.name !== 'ready') set({ phase: { name: 'failed', failure: reply } })
  },
})

export const makeOpenJobs = () => createStore<OpenJobsState>()(openJobs)
