import { createStore } from 'zustand'
import type { JobCard } from '@/contract/calls/job'
import { call, type Failure } from '@/services/cloud'

export type JobsPhase =
  { name: 'loading' } | { name: 'ready'; jobs: readonly JobCard[] } | { name: 'failed'; failure: Failure }

export type JobsState = { phase: JobsPhase; load: () => Promise<void> }

/** The jobs that somebody can be moved to. */
export const makeJobs = () =>
  createStore<JobsState>()((set, get) => ({
    phase: { name: 'loading' },
    load: async () => {
      if (get().phase.name === 'failed') set({ phase: { name: 'loading' } })
      const reply = await call('job.list', {})
      if (reply.ok)
        set({ phase: { name: 'ready', jobs: reply.data.jobs.filter((job) => job.takesReferrals) } })
      else if (get().phase.name !== 'ready') set({ phase: { name: 'failed', failure: reply } })
    },
  }))

/** Those whose title, department or city holds every word that was typed, without the one it is now. */
export function jobsFor(jobs: readonly JobCard[], typed: string, current: string): readonly JobCard[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  return jobs.filter(({ id, title, department, city }) => {
    const text = `${title} ${department} ${city}`.toLowerCase()
    return id !== current && words.every((word) => text.includes(word))
  })
}
