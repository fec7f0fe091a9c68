import fc from 'fast-check'
import { arbitraryHistory, arbitraryPolicy, arbitraryRows, PEOPLE } from '@/testing/arbitrary-history'
import { appliedAt, before } from '@/testing/histories'
import { POLICY, type Policy } from '../policy'
import { decide } from './decide'
import type { Rule } from './decision'
import type { History } from './history'

const runs = { numRuns: 10_000 }

/** Clause 5, said once more and differently: everybody, less those who may not. */
function creditable(history: History, policy: Policy): Set<string> {
  const may = new Set<string>(PEOPLE.filter((id) => history.people[id]?.active))
  may.delete('candidate')
  for (const id of Object.values(history.job)) if (id !== null) may.delete(id)
  if (!policy.internsMayRefer) PEOPLE.forEach((id) => history.people[id]?.intern && may.delete(id))
  if (policy.relatives === 'excluded') history.relatives.forEach((id) => may.delete(id))
  return may
}

type Fact = { who: string; at: string }

/** The facts that each rule may go by, of people who may be credited. */
function factsOf(history: History, policy: Policy): Record<Exclude<Rule, 'nobody'>, Fact[]> {
  const may = creditable(history, policy)
  const kept = (facts: Fact[]) => facts.filter(({ who }) => may.has(who))
  return {
    protected: kept(
      history.applications
        .filter((a) => a.appliedAt <= appliedAt)
        .filter((a) => !a.endedAt || a.endedAt > appliedAt || a.protectedUntil > appliedAt)
        .map((a) => ({ who: a.ownerId ?? 'nobody', at: a.appliedAt })),
    ),
    'accepted-first': kept(
      history.invitations
        .filter((i) => i.acceptedAt <= appliedAt)
        .map((i) => ({ who: i.referrerId, at: i.acceptedAt })),
    ),
    'applied-through': kept(
      history.through ? [{ who: history.through.referrerId, at: history.through.at }] : [],
    ),
    'first-touch': kept(
      history.touches
        .filter(({ at }) => before(90) <= at && at <= appliedAt)
        .map(({ referrerId, at }) => ({ who: referrerId, at })),
    ),
  }
}

const RULE_OF = {
  'accepted-invitation': 'accepted-first',
  'applied-share': 'applied-through',
  'first-touch': 'first-touch',
} as const

it('credits at most one colleague, by the first rule that has a fact, and by the first of its facts', () => {
  fc.assert(
    fc.property(arbitraryHistory, arbitraryPolicy, (history, policy) => {
      const decision = decide(history, policy)
      const facts = factsOf(history, policy)
      const order = ['protected', ...policy.creditOrder.map((source) => RULE_OF[source])] as const
      const rule = order.find((name) => facts[name].length > 0)
      expect(decision.rule).toBe(rule ?? 'nobody')
      if (rule === undefined) {
        const { referrerId, shareId, invitationId, at, channel, protectedUntil } = decision
        expect([referrerId, shareId, invitationId, at, channel, protectedUntil]).toEqual(Array(6).fill(null))
        expect(decision.reason).not.toBeNull()
        return
      }
      const first = facts[rule].map(({ at }) => at).sort()[0]
      expect(decision.at).toBe(first)
      expect(facts[rule]).toContainEqual({ who: decision.referrerId, at: first })
      expect(decision.reason).toBeNull()
      expect(decision.protectedUntil === null).toBe(rule !== 'protected')
    }),
    runs,
  )
})

it('never credits the candidate, who recruits for the job or manages it, who left, an intern, an excluded relative', () => {
  fc.assert(
    fc.property(arbitraryHistory, arbitraryPolicy, (history, policy) => {
      const { referrerId, others } = decide(history, policy)
      if (referrerId !== null) expect(creditable(history, policy)).toContain(referrerId)
      const named = others.map((claim) => claim.referrerId)
      expect(new Set([referrerId, ...named]).size).toBe(named.length + 1)
    }),
    runs,
  )
})

it('does not depend on the order in which rows are read, nor on rows that are read twice', () => {
  const keys = fc.array(fc.nat(), { minLength: 7, maxLength: 7 })
  fc.assert(
    fc.property(arbitraryHistory, arbitraryPolicy, keys, (history, policy, order) => {
      const otherwise = <T>(rows: readonly T[]): T[] =>
        [...rows, ...rows.filter((_, i) => (order[i] ?? 0) % 2)]
          .map((row, i) => ({ row, key: order[i % order.length] ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ row }) => row)
      const again: History = {
        ...history,
        touches: otherwise(history.touches),
        invitations: otherwise(history.invitations),
        applications: otherwise(history.applications),
        relatives: otherwise(history.relatives),
      }
      expect(decide(again, policy)).toEqual(decide(history, policy))
    }),
    runs,
  )
})

it('is not changed by a touch, an accepted invitation or an application that comes after it', () => {
  const late = fc.constantFrom(before(0, 1), before(-5))
  fc.assert(
    fc.property(
      arbitraryHistory,
      arbitraryPolicy,
      fc.record(arbitraryRows),
      late,
      (history, policy, more, at) => {
        const later: History = {
          ...history,
          touches: [...more.touches.map((row) => ({ ...row, at })), ...history.touches],
          invitations: [
            ...more.invitations.map((row) => ({ ...row, acceptedAt: at })),
            ...history.invitations,
          ],
          applications: [
            ...more.applications.map((row) => ({ ...row, appliedAt: at })),
            ...history.applications,
          ],
        }
        expect(decide(later, policy)).toEqual(decide(history, policy))
      },
    ),
    runs,
  )
})

it('credits the earliest accepted invitation of a colleague who may be, whenever nothing is protected', () => {
  fc.assert(
    fc.property(arbitraryHistory, (history) => {
      const unprotected = { ...history, applications: [] }
      const may = creditable(history, POLICY)
      const accepted = history.invitations
        .filter((row) => row.acceptedAt <= appliedAt && may.has(row.referrerId))
        .map((row) => `${row.acceptedAt} ${row.invitationId}`)
        .sort()
      const { rule, at, invitationId } = decide(unprotected, POLICY)
      if (accepted[0] === undefined) expect(rule).not.toBe('accepted-first')
      else expect(`${at} ${invitationId}`).toBe(accepted[0])
    }),
    runs,
  )
})

describe('the generated histories', () => {
  const decisions = fc
    .sample(fc.tuple(arbitraryHistory, arbitraryPolicy), { numRuns: 5_000, seed: 1 })
    .map(([history, policy]) => decide(history, policy))
  const timesOf = (values: readonly (string | null)[]) => (value: string) =>
    values.filter((one) => one === value).length

  it.each(['protected', 'accepted-first', 'applied-through', 'first-touch', 'nobody'])(
    'reach the rule %s often',
    (rule) => {
      expect(timesOf(decisions.map((decision) => decision.rule))(rule)).toBeGreaterThan(100)
    },
  )

  it.each(['no-source', 'outside-window', 'self', 'own-job', 'left', 'intern', 'relative'])(
    'reach nobody because of %s',
    (reason) => {
      expect(timesOf(decisions.map((decision) => decision.reason))(reason)).toBeGreaterThan(5)
    },
  )

  it.each(['later', 'lower-rule', 'self', 'own-job', 'left', 'intern', 'relative'])(
    'pass claims over because of %s',
    (why) => {
      const claims = decisions.flatMap(({ others }) => others.map(({ passedOver }) => passedOver))
      expect(timesOf(claims)(why)).toBeGreaterThan(100)
    },
  )

  it('hold ties that only an id decides', () => {
    const tied = decisions.filter(({ at, others }) =>
      others.some((claim) => claim.passedOver === 'later' && claim.at === at),
    )
    expect(tied.length).toBeGreaterThan(50)
  })
})
