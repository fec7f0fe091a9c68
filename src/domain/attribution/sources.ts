import type { CreditSource, Policy } from '../policy'
import { isProtected } from '../protection'
import { addDays } from '../shanghai'
import type { Channel } from '../share'
import type { Claim, Rule } from './decision'
import type { History } from './history'

/** A fact by which somebody may be credited, under the rule that would credit them. */
export type Source = {
  rule: Exclude<Rule, 'nobody'>
  by: Claim['by']
  referrerId: string
  shareId: string | null
  invitationId: string | null
  channel: Channel | null
  at: string
  protectedUntil: string | null
  /** Decides between sources of the same moment. */
  id: string
}

/** Every source in the order in which they are credited: protection first (clause 4), then the policy's order. */
export function sourcesInOrder(history: History, policy: Policy): Source[] {
  const find: Record<CreditSource, (history: History, policy: Policy) => Source[]> = {
    'accepted-invitation': acceptedInvitations,
    'applied-share': appliedShare,
    'first-touch': touchesInWindow,
  }
  return [
    ...protections(history).sort(byMomentThenId),
    ...policy.creditOrder.flatMap((source) => find[source](history, policy).sort(byMomentThenId)),
  ]
}

/** The earliest moment at which a touch still counts; the moment itself is inside. */
export function touchWindowStart(appliedAt: string, policy: Policy): string {
  return addDays(new Date(appliedAt), -policy.touchWindowDays).toISOString()
}

function protections({ applications, appliedAt }: History): Source[] {
  const now = new Date(appliedAt)
  const sources: Source[] = []
  for (const { ownerId, ...application } of applications) {
    if (ownerId === null || application.appliedAt > appliedAt) continue
    const endedAt = application.endedAt === null ? null : new Date(application.endedAt)
    if (!isProtected({ endedAt, protectedUntil: new Date(application.protectedUntil) }, now)) continue
    sources.push({
      rule: 'protected',
      by: 'protection',
      referrerId: ownerId,
      shareId: application.shareId,
      invitationId: application.invitationId,
      channel: application.invitationId === null ? null : 'invite',
      at: application.appliedAt,
      protectedUntil: application.protectedUntil,
      id: application.applicationId,
    })
  }
  return sources
}

/** Clause 2a, to the letter: whatever job the invitation was for. */
function acceptedInvitations({ invitations, appliedAt }: History): Source[] {
  return invitations
    .filter(({ acceptedAt }) => acceptedAt <= appliedAt)
    .map(({ invitationId, shareId, referrerId, acceptedAt }) => ({
      rule: 'accepted-first',
      by: 'invitation',
      referrerId,
      shareId,
      invitationId,
      channel: 'invite',
      at: acceptedAt,
      protectedUntil: null,
      id: invitationId,
    }))
}

function appliedShare({ through }: History): Source[] {
  if (through === null) return []
  return [{ rule: 'applied-through', by: 'share', ...ofShare(through) }]
}

function touchesInWindow({ touches, appliedAt }: History, policy: Policy): Source[] {
  const start = touchWindowStart(appliedAt, policy)
  return touches
    .filter(({ at }) => start <= at && at <= appliedAt)
    .map((touch) => ({ rule: 'first-touch', by: 'touch', ...ofShare(touch) }))
}

function ofShare(fact: { shareId: string; referrerId: string; channel: Channel; at: string }) {
  const { shareId, referrerId, channel, at } = fact
  return { referrerId, shareId, channel, at, invitationId: null, protectedUntil: null, id: shareId }
}

function byMomentThenId(a: Source, b: Source): number {
  return compare(a.at, b.at) || compare(a.id, b.id)
}

/** Not `localeCompare`, whose answer depends on the machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
