import { createStore } from 'zustand'
import type { JobCard, JobDetail } from '@/contract/calls/job'
import { wordsFor } from '@/contract/words'
import { call } from '@/services/cloud'

export type Phase =
  | { name: 'loading' }
  /** `others`: open jobs to go on to, where this one takes nobody. `stale`: loaded before the cloud went away. */
  | { name: 'ready'; job: JobDetail; others: readonly JobCard[]; loadedAt: Date; stale: boolean }
  | { name: 'missing'; others: readonly JobCard[] }
  | { name: 'failed'; words: string }

export type JobState = { phase: Phase; load: () => Promise<void> }

export const makeJob = (id: string) =>
  createStore<JobState>()((set, get) => ({
    phase: { name: 'loading' },
    load: async () => {
      if (get().phase.name === 'failed') set({ phase: { name: 'loading' } })
      const reply = await call('job.get', { id })
      if (reply.ok) {
        const others = reply.data.takesReferrals ? [] : await otherJobs(id)
        return set({ phase: { name: 'ready', job: reply.data, others, loadedAt: new Date(), stale: false } })
      }
      // A cut-off address is no different from a job that never was.
      if (reply.code === 'not-found' || reply.code === 'bad-input') {
        return set({ phase: { name: 'missing', others: await otherJobs(id) } })
      }
      const { phase } = get()
      if (phase.name === 'ready') set({ phase: { ...phase, stale: true } })
      else set({ phase: { name: 'failed', words: wordsFor(reply.code, reply) } })
    },
  }))

async function otherJobs(id: string): Promise<readonly JobCard[]> {
  const reply = await call('job.list', {})
  return reply.ok ? reply.data.jobs.filter((job) => job.id !== id) : []
}
