import type { Policy } from '../policy'
import type { Obstacle } from './decision'
import type { JobSide, People } from './history'

/** What stands between colleagues and one candidate's application for one job. */
export type Case = {
  candidateId: string
  job: JobSide
  people: People
  /** Referrers who declared themselves a relative of the candidate. */
  relatives: readonly string[]
}

export type ObstaclePolicy = Pick<Policy, 'internsMayRefer' | 'relatives'>

/** Why this colleague may not be credited, or null. product.md, "Who owns the referral", clause 5. */
export function obstacleTo(
  referrerId: string,
  { candidateId, job, people, relatives }: Case,
  policy: ObstaclePolicy,
): Obstacle | null {
  if (referrerId === candidateId) return 'self'
  if (referrerId === job.recruiterId || referrerId === job.hiringManagerId) return 'own-job'
  const referrer = people[referrerId]
  if (!referrer?.active) return 'left'
  if (referrer.intern && !policy.internsMayRefer) return 'intern'
  if (policy.relatives === 'excluded' && relatives.includes(referrerId)) return 'relative'
  return null
}
