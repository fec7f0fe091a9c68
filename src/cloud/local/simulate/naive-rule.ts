import type { Claim, Decision, Obstacle } from '@/domain/attribution/decision'
import type { History } from '@/domain/attribution/history'
import type { Policy } from '@/domain/policy'

/** One thing by which somebody could be credited, with the number of the list it stands in. */
type Fact = {
  list: number
  rule: Decision['rule']
  by: Claim['by']
  who: string
  when: Date
  id: string
  share: string | null
  invitation: string | null
  channel: Claim['channel']
  keptUntil: string | null
}

/**
 * product.md, "Who owns the referral", written down a second time clause by clause, for `decide` to be compared with.
 * It is slow on purpose, and shares types with `decide` but no code: keep it so.
 */
export function naiveRule(history: History, policy: Policy): Decision {
  const applied = new Date(history.appliedAt)
  const windowStart = new Date(history.appliedAt)
  windowStart.setUTCDate(windowStart.getUTCDate() - policy.touchWindowDays)

  const facts = factsOf(history, policy, applied, windowStart)
  const people = new Set(facts.map((fact) => fact.who))
  const barred = barredOf(people, history, policy)

  let owner: Fact | null = null
  for (const fact of facts) {
    if (barred.has(fact.who)) continue
    if (owner === null || isBetter(fact, owner)) owner = fact
  }

  const others: Fact[] = []
  for (const person of people) {
    if (person === owner?.who) continue
    let best: Fact | null = null
    for (const fact of facts) if (fact.who === person && (best === null || isBetter(fact, best))) best = fact
    if (best !== null) others.push(best)
  }
  others.sort((a, b) => (isBetter(a, b) ? -1 : 1))

  const tooEarly =
    policy.creditOrder.indexOf('first-touch') !== -1 &&
    history.touches.filter((touch) => new Date(touch.at).getTime() < windowStart.getTime()).length > 0
  const firstBarred = others.length > 0 ? barred.get(others[0]?.who ?? '') : undefined

  return {
    policyVersion: policy.version,
    rule: owner === null ? 'nobody' : owner.rule,
    referrerId: owner === null ? null : owner.who,
    shareId: owner === null ? null : owner.share,
    invitationId: owner === null ? null : owner.invitation,
    at: owner === null ? null : owner.when.toISOString(),
    channel: owner === null ? null : owner.channel,
    protectedUntil: owner === null ? null : owner.keptUntil,
    reason:
      owner !== null
        ? null
        : firstBarred !== undefined
          ? firstBarred
          : tooEarly
            ? 'outside-window'
            : 'no-source',
    others: others.map((fact) => ({
      referrerId: fact.who,
      shareId: fact.share,
      channel: fact.channel,
      at: fact.when.toISOString(),
      by: fact.by,
      passedOver:
        barred.get(fact.who) ?? (owner !== null && fact.list === owner.list ? 'later' : 'lower-rule'),
    })),
  }
}

function factsOf(history: History, policy: Policy, applied: Date, windowStart: Date): Fact[] {
  const facts: Fact[] = []

  // Clause 4. Until the date or the end of the process, whichever is later.
  for (const application of history.applications) {
    const ended = application.endedAt === null ? Infinity : new Date(application.endedAt).getTime()
    const until = Math.max(ended, new Date(application.protectedUntil).getTime())
    const isEarlier = new Date(application.appliedAt).getTime() <= applied.getTime()
    if (application.ownerId !== null && isEarlier && until > applied.getTime()) {
      facts.push({
        list: 0,
        rule: 'protected',
        by: 'protection',
        who: application.ownerId,
        when: new Date(application.appliedAt),
        id: application.applicationId,
        share: application.shareId,
        invitation: application.invitationId,
        channel: application.invitationId ? 'invite' : null,
        keptUntil: application.protectedUntil,
      })
    }
  }

  // Clause 2a.
  const listOfInvitations = policy.creditOrder.indexOf('accepted-invitation')
  if (listOfInvitations >= 0) {
    for (const invitation of history.invitations) {
      const when = new Date(invitation.acceptedAt)
      if (when.getTime() > applied.getTime()) continue
      facts.push({
        list: 1 + listOfInvitations,
        rule: 'accepted-first',
        by: 'invitation',
        who: invitation.referrerId,
        when,
        id: invitation.invitationId,
        share: invitation.shareId,
        invitation: invitation.invitationId,
        channel: 'invite',
        keptUntil: null,
      })
    }
  }

  // Clause 2b.
  const listOfShare = policy.creditOrder.indexOf('applied-share')
  if (listOfShare >= 0 && history.through !== null) {
    const { referrerId, shareId, channel, at } = history.through
    facts.push({
      list: 1 + listOfShare,
      rule: 'applied-through',
      by: 'share',
      who: referrerId,
      when: new Date(at),
      id: shareId,
      share: shareId,
      invitation: null,
      channel,
      keptUntil: null,
    })
  }

  // Clauses 2c and 3.
  const listOfTouches = policy.creditOrder.indexOf('first-touch')
  if (listOfTouches >= 0) {
    for (const { referrerId, shareId, channel, at } of history.touches) {
      const when = new Date(at)
      if (when.getTime() < windowStart.getTime()) continue
      if (when.getTime() > applied.getTime()) continue
      facts.push({
        list: 1 + listOfTouches,
        rule: 'first-touch',
        by: 'touch',
        who: referrerId,
        when,
        id: shareId,
        share: shareId,
        invitation: null,
        channel,
        keptUntil: null,
      })
    }
  }
  return facts
}

/** Clause 5. What weighs most is written last, over the rest. */
function barredOf(people: Set<string>, history: History, policy: Policy): Map<string, Obstacle> {
  const barred = new Map<string, Obstacle>()
  if (policy.relatives === 'excluded') for (const person of history.relatives) barred.set(person, 'relative')
  for (const person of people) {
    const facts = history.people[person]
    if (facts !== undefined && facts.intern && !policy.internsMayRefer) barred.set(person, 'intern')
    if (facts === undefined || !facts.active) barred.set(person, 'left')
  }
  if (history.job.recruiterId !== null) barred.set(history.job.recruiterId, 'own-job')
  if (history.job.hiringManagerId !== null) barred.set(history.job.hiringManagerId, 'own-job')
  barred.set(history.candidateId, 'self')
  return barred
}

function isBetter(a: Fact, b: Fact): boolean {
  if (a.list !== b.list) return a.list < b.list
  if (a.when.getTime() !== b.when.getTime()) return a.when.getTime() < b.when.getTime()
  return a.id < b.id
}
