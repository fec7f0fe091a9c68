import { addDays } from '@/domain/shanghai'
import { DEMO_CANDIDATE } from '../candidates'
import { jobs } from '../jobs'
import type { Random } from '../random'
import { worksOn } from './assign-referrers'
import { settledAt, type WithCandidate, type WithReferrer } from './drafts'

const RETURNING = 5
const REST_DAYS = 10

/**
 * Gives every referral a candidate of its own, but for five people whose first application ended and whom the same
 * colleague (the owner still, inside the protection) then referred for another job.
 */
export function assignCandidates(drafts: readonly WithReferrer[], random: Random): WithCandidate[] {
  const earlierOf = findReturning(drafts, random)
  const indexOf = new Map<WithReferrer, number>()
  let next = DEMO_CANDIDATE + 1

  return drafts.map((draft) => {
    const earlier = earlierOf.get(draft)
    const candidateIndex = draft.fixed.candidateIndex ?? (earlier && indexOf.get(earlier)) ?? next++
    indexOf.set(draft, candidateIndex)
    return { ...draft, candidateIndex, referrerKey: earlier?.referrerKey ?? draft.referrerKey }
  })
}

/** Maps the later, active referral of each returning candidate to the earlier, ended one. */
function findReturning(drafts: readonly WithReferrer[], random: Random): Map<WithReferrer, WithReferrer> {
  const found = new Map<WithReferrer, WithReferrer>()
  const free = random.shuffle(drafts.filter(({ fixed }) => !fixed.referrerKey))
  const active = free.filter((draft) => draft.last !== null && settledAt(draft) === null && !draft.overdue)
  const ended = free.filter((draft) => draft.endedIn !== null)

  for (const later of active) {
    if (found.size === RETURNING) break
    const earlier = ended.find((draft) => mayReturn(draft, later) && !sharesReferrer(draft, found))
    if (earlier) found.set(later, earlier)
  }
  return found
}

function mayReturn(earlier: WithReferrer, later: WithReferrer): boolean {
  const settled = settledAt(earlier)
  const laterJob = jobs.find((job) => job.key === later.jobKey)
  return (
    settled !== null &&
    addDays(settled, REST_DAYS) < later.sentAt &&
    earlier.jobKey !== later.jobKey &&
    !worksOn(earlier.referrerKey, laterJob)
  )
}

function sharesReferrer(draft: WithReferrer, found: Map<WithReferrer, WithReferrer>): boolean {
  return [...found.values()].some(({ referrerKey }) => referrerKey === draft.referrerKey)
}
