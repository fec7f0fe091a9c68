import type { JobCard } from '@/contract/calls/job'
import { defineHandler } from '../handler'
import { toCaller } from '../store/caller'
import { findJob, listOpenJobs, type JobRow } from '../store/job'
import { requireFound } from './require'

export const jobList = defineHandler('job.list', {
  async load(_input, ctx) {
    const { caller, jobs } = await listOpenJobs(ctx)
    return { caller: toCaller(caller, ctx), relations: ['any'], facts: jobs }
  },
  act: (jobs) => ({ jobs: jobs.map(jobCard) }),
})

export const jobGet = defineHandler('job.get', {
  async load({ id }, ctx) {
    const { caller, job } = await findJob(ctx, id)
    return { caller: toCaller(caller, ctx), relations: ['any'], facts: job }
  },
  act: (job) => requireFound(job),
})

/** A job without the texts that only its own page shows. */
export function jobCard({
  id,
  title,
  department,
  city,
  headcount,
  status,
  closesOn,
  takesReferrals,
}: JobRow): JobCard {
  return { id, title, department, city, headcount, status, closesOn, takesReferrals }
}
