import type { Policy } from '../policy'
import type { Claim, Decision, Obstacle } from './decision'
import type { History } from './history'
import { obstacleTo } from './obstacle'
import { sourcesInOrder, touchWindowStart, type Source } from './sources'

/**
 * Who owns the referral of an application. product.md, "Who owns the referral": the owner of an earlier application
 * that is still protected (clause 4), else by the order of clause 2. Whoever may not be credited (clause 5) is passed
 * over to the next of the same rule, then to the next rule. What happened after `history.appliedAt` does not count.
 */
export function decide(history: History, policy: Policy): Decision {
  const sources = sourcesInOrder(history, policy)
  const obstacleOf = (source: Source) => obstacleTo(source.referrerId, history, policy)
  const winner = sources.find((source) => obstacleOf(source) === null)
  const others = othersThan(winner, sources, obstacleOf)
  if (winner === undefined)
    return { ...nobody(history, policy, sources[0] && obstacleOf(sources[0])), others }
  return {
    policyVersion: policy.version,
    rule: winner.rule,
    referrerId: winner.referrerId,
    shareId: winner.shareId,
    invitationId: winner.invitationId,
    at: winner.at,
    channel: winner.channel,
    protectedUntil: winner.protectedUntil,
    reason: null,
    others,
  }
}

function nobody(history: History, policy: Policy, obstacle: Obstacle | null | undefined) {
  return {
    policyVersion: policy.version,
    rule: 'nobody' as const,
    referrerId: null,
    shareId: null,
    invitationId: null,
    at: null,
    channel: null,
    protectedUntil: null,
    reason: obstacle ?? (touchedTooEarly(history, policy) ? 'outside-window' : 'no-source'),
  } satisfies Omit<Decision, 'others'>
}

function touchedTooEarly({ touches, appliedAt }: History, policy: Policy): boolean {
  const start = touchWindowStart(appliedAt, policy)
  return policy.creditOrder.includes('first-touch') && touches.some(({ at }) => at < start)
}

function othersThan(
  winner: Source | undefined,
  sources: readonly Source[],
  obstacleOf: (source: Source) => Obstacle | null,
): Claim[] {
  const told = new Set(winner && [winner.referrerId])
  const others: Claim[] = []
  for (const source of sources) {
    if (told.has(source.referrerId)) continue
    told.add(source.referrerId)
    const { referrerId, shareId, channel, at, by } = source
    const passedOver = obstacleOf(source) ?? (source.rule === winner?.rule ? 'later' : 'lower-rule')
    others.push({ referrerId, shareId, channel, at, by, passedOver })
  }
  return others
}
