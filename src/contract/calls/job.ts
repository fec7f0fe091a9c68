import * as v from 'valibot'
import { defineCall } from '../call'
import { day, id } from '../fields'

export const jobCard = v.object({
  id,
  title: v.string(),
  department: v.string(),
  city: v.string(),
  headcount: v.number(),
  status: v.picklist(['open', 'paused', 'closed']),
  closesOn: v.nullable(day),
  /** Open and not past its closing date: it takes referrals and applications now. */
  takesReferrals: v.boolean(),
})
export type JobCard = v.InferOutput<typeof jobCard>

export const jobDetail = v.object({
  ...jobCard.entries,
  description: v.string(),
  hardRequirements: v.array(v.string()),
  softTraits: v.array(v.string()),
  challenges: v.array(v.string()),
})
export type JobDetail = v.InferOutput<typeof jobDetail>

export const jobList = defineCall({
  name: 'job.list',
  summary: 'The jobs that take referrals now.',
  input: v.strictObject({}),
  output: v.object({ jobs: v.array(jobCard) }),
  errors: [],
})

export const jobGet = defineCall({
  name: 'job.get',
  summary: 'One job, also when it is closed.',
  input: v.strictObject({ id }),
  output: jobDetail,
  errors: ['not-found'],
})
