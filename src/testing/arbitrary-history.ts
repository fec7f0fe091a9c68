import fc from 'fast-check'
import type { History } from '@/domain/attribution/history'
import { POLICY, type CreditSource, type Policy } from '@/domain/policy'
import { CHANNELS, type Channel } from '@/domain/share'
import { appliedAt, before } from './histories'

/** So few people and moments that they meet: ties, obstacles and both borders of the window happen all the time. */
export const PEOPLE = ['lin', 'mei', 'zhou', 'xu', 'he', 'candidate'] as const
const MOMENTS = [
  before(200),
  before(90, -1),
  before(90),
  before(9),
  before(5),
  before(0, -1),
  appliedAt,
  before(0, 1),
  before(-5),
]
const SOURCES: readonly CreditSource[] = POLICY.creditOrder

const person = fc.constantFrom(...PEOPLE)
const moment = fc.constantFrom(...MOMENTS)
const number = fc.constantFrom(1, 2)
const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 2 })

/** A share is one colleague's and of one channel wherever it is read. */
const share = fc
  .tuple(person, fc.constantFrom(...CHANNELS), number)
  .map(([referrerId, channel, n]) => shareOf(referrerId, channel, n))
const touch = fc.tuple(share, moment).map(([of, at]) => ({ ...of, at }))

/** An invitation is accepted once, and is one row: its moment follows from its id. */
const invitation = fc.tuple(person, number, fc.nat(MOMENTS.length - 1)).map(([referrerId, n, when]) => ({
  invitationId: `invitation-${n}-${when}-of-${referrerId}`,
  shareId: shareOf(referrerId, 'invite', n).shareId,
  referrerId,
  acceptedAt: MOMENTS[when] ?? appliedAt,
}))

const application = fc
  .record({
    ownerId: orNull(person),
    of: orNull(share),
    applied: moment,
    ended: orNull(moment),
    until: moment,
  })
  .map(({ ownerId, of, applied, ended, until }) => ({
    applicationId: `application-${[ownerId, of?.shareId, applied, ended, until].join('-')}`,
    ownerId,
    shareId: of?.shareId ?? null,
    invitationId: of?.channel === 'invite' ? `used-${of.shareId}` : null,
    appliedAt: applied,
    endedAt: ended,
    protectedUntil: until,
  }))

const referrer = fc.record({ active: freely(true, 5), intern: freely(false, 5) })

export const arbitraryRows = {
  touches: fc.array(touch, { maxLength: 4 }),
  invitations: fc.array(invitation, { maxLength: 3 }),
  applications: fc.array(application, { maxLength: 2 }),
}

export const arbitraryHistory: fc.Arbitrary<History> = fc.record({
  candidateId: fc.constant('candidate'),
  appliedAt: fc.constant(appliedAt),
  job: fc.record({ recruiterId: orNull(person), hiringManagerId: orNull(person) }),
  through: orNull(touch),
  ...arbitraryRows,
  people: fc.record(
    { lin: referrer, mei: referrer, zhou: referrer, xu: referrer, he: referrer, candidate: referrer },
    { requiredKeys: ['mei', 'zhou', 'xu', 'candidate'] },
  ) as fc.Arbitrary<History['people']>,
  relatives: fc.subarray([...PEOPLE], { maxLength: 2 }),
})

export const arbitraryPolicy: fc.Arbitrary<Policy> = fc
  .record({
    creditOrder: fc.oneof(
      { weight: 3, arbitrary: fc.constant(SOURCES) },
      { weight: 1, arbitrary: fc.shuffledSubarray([...SOURCES]) },
    ),
    internsMayRefer: fc.boolean(),
    relatives: fc.constantFrom<Policy['relatives']>('credited', 'excluded'),
  })
  .map((some) => ({ ...POLICY, ...some }))

function shareOf(referrerId: string, channel: Channel, n: number) {
  return { shareId: `${channel}-${n}-of-${referrerId}`, referrerId, channel }
}

/** `usual` in so many of one more cases. */
function freely(usual: boolean, times: number): fc.Arbitrary<boolean> {
  return fc.oneof(
    { weight: times, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.constant(!usual) },
  )
}
