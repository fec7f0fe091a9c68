import { create } from 'zustand'
import { openJobs, type OpenJobsPhase, type OpenJobsState } from '@/services/open-jobs'

/** The jobs a referral can be for. Loaded again on each return, so that a closed one is told before the tap. */
export const useOpenJobs = create<OpenJobsState>()(openJobs)

/** Known to be closed; while the list is not there nobody knows. */
export function isClosed(phase: OpenJobsPhase, jobId: string | undefined): boolean {
  return jobId !== undefined && phase.name === 'ready' && !phase.jobs.some(({ id }) => id === jobId)
}
