import { create } from 'zustand'
import type { JobCard } from '@/contract/calls/job'
import { call, type Failure } from '@/services/cloud'

type Phase =
  { name: 'loading' } | { name: 'ready'; jobs: readonly JobCard[] } | { name: 'failed'; failure: Failure }

export type OpenJobsState = { phase: Phase; load: () => Promise<void> }

/** The jobs a referral can be for. Loaded again on each return, so that a closed one is told before the tap. */
export const useOpenJobs = create<OpenJobsState>()((set, get) => ({
  phase: { name: 'loading' },
  load: async () => {
    const reply = await call('job.list', {})
    if (reply.ok) set({ phase: { name: 'ready', jobs: reply.data.jobs.filter((job) => job.takesReferrals) } })
    else if (get().phase.name !== 'ready') set({ phase: { name: 'failed', failure: reply } })
  },
}))

/** Known to be closed; while the list is not there nobody knows. */
export function isClosed(phase: Phase, jobId: string | undefined): boolean {
  return jobId !== undefined && phase.name === 'ready' && !phase.jobs.some(({ id }) => id === jobId)
}
