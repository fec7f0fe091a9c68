import type { Policy } from '../policy'
import type { Decision } from './decision'
import { toCandidate } from './explain/to-candidate'
import { toRecruiter } from './explain/to-recruiter'
import { toReferrer } from './explain/to-referrer'

export type Explaining = {
  seat: 'candidate' | 'referrer' | 'recruiter'
  /** By person. Who is missing reads 「一位同事」. */
  names: Readonly<Record<string, string>>
  /** The policy of `decision.policyVersion`. */
  policy: Policy
}

/**
 * A decision in sentences, for one of the three who may ask. To the candidate: what they did themselves, and no fact
 * about a colleague by name. To the referrer, who is `decision.referrerId` and nobody else: their own part, in the same words
 * whether others took part or not. To the recruiter: everything. product.md, "What each side can see".
 */
export function explainDecision(decision: Decision, { seat, names, policy }: Explaining): string[] {
  if (seat === 'referrer') return toReferrer(decision, policy)
  return seat === 'candidate' ? toCandidate(decision, names, policy) : toRecruiter(decision, names, policy)
}
