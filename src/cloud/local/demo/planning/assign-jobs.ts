import { addDays } from '@/domain/shanghai'
import { jobs, type DemoJob } from '../jobs'
import type { Random } from '../random'
import { isPlaced, settledAt, type Dated, type WithJob } from './drafts'

const GENERAL_CHANCE = 0.25
const PAUSED_DAYS = 16

/**
 * Chooses a job for each referral so that the company adds up: nothing reaches a job after it closed or was paused,
 * a closed job was filled to its last seat, and an open one still has a seat to give.
 */
export function assignJobs(drafts: readonly Dated[], today: Date, random: Random): WithJob[] {
  const seats = new Map(
    jobs.map((job) => [job.key, job.status === 'closed' ? job.headcount : job.headcount - 1]),
  )
  const left = (job: DemoJob) => seats.get(job.key) ?? 0
  const take = (key: string) => seats.set(key, (seats.get(key) ?? 0) - 1)

  for (const draft of drafts) {
    if (draft.fixed.jobKey && isPlaced(draft)) take(draft.fixed.jobKey)
  }

  return drafts.map((draft) => {
    if (draft.fixed.jobKey !== undefined) return { ...draft, jobKey: draft.fixed.jobKey }
    if (!draft.last && random.chance(GENERAL_CHANCE)) return { ...draft, jobKey: null }

    const takers = jobs.filter((job) => couldTake(job, draft, today))
    if (!isPlaced(draft)) return { ...draft, jobKey: random.pickWeighted(takers, (job) => job.headcount).key }

    const free = takers.filter((job) => left(job) > 0)
    const closing = free.filter((job) => job.status === 'closed')
    const job = random.pickWeighted(closing.length > 0 ? closing : free, left)
    take(job.key)
    return { ...draft, jobKey: job.key }
  })
}

function couldTake(job: DemoJob, draft: Dated, today: Date): boolean {
  if (job.status === 'open') return true
  if (job.status === 'paused') {
    return (
      draft.sentAt < addDays(today, -PAUSED_DAYS) && draft.last !== 'applied' && draft.last !== 'screening'
    )
  }
  const settled = settledAt(draft)
  return settled !== null && settled < addDays(today, job.closesOn ?? 0)
}
