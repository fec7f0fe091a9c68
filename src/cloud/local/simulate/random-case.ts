import type { EarlierApplication, History, Referrer } from '@/domain/attribution/history'
import { POLICY, type Policy } from '@/domain/policy'
import { CHANNELS, type Channel } from '@/domain/share'
import { createRandom, type Random } from '../demo/random'

export type Case = { history: History; policy: Policy }

const DAY = 86_400_000
const CANDIDATE = 'candidate'
const PEOPLE = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7', CANDIDATE] as const

/** The rule as published most of the time; beside it what a company may change. */
const POLICIES: readonly Policy[] = [
  POLICY,
  POLICY,
  POLICY,
  { ...POLICY, version: 2, relatives: 'excluded' },
  { ...POLICY, version: 3, relatives: 'excluded', internsMayRefer: true, touchWindowDays: 30 },
  { ...POLICY, version: 4, creditOrder: ['first-touch', 'applied-share', 'accepted-invitation'] },
  { ...POLICY, version: 5, creditOrder: ['applied-share', 'accepted-invitation'] },
]

/**
 * Case `number` of a seed, the same on every machine. Few people and few moments, the borders of the rules among them,
 * so that ties, obstacles and borders are met all the time.
 */
export function randomCase(seed: number, number: number): Case {
  const random = createRandom(Math.imul(seed, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b))
  const policy = random.pick(POLICIES)
  const appliedAt = Date.UTC(2026, 10, 24) + Math.floor(random.between(-200, 200) * DAY)
  const moment = () => momentNear(appliedAt, policy, random)
  const share = () => ({ ...shareOf(random), at: moment() })
  return {
    policy,
    history: {
      candidateId: CANDIDATE,
      appliedAt: new Date(appliedAt).toISOString(),
      job: {
        recruiterId: random.chance(0.9) ? random.pick(PEOPLE) : null,
        hiringManagerId: random.chance(0.9) ? random.pick(PEOPLE) : null,
      },
      through: random.chance(0.4) ? share() : null,
      invitations: some(random, 4, () => acceptedInvitation(moment(), random)),
      touches: some(random, 6, share),
      applications: some(random, 3, () => earlierApplication(appliedAt, moment, random)),
      people: roster(random),
      relatives: PEOPLE.filter(() => random.chance(0.1)),
    },
  }
}

function momentNear(appliedAt: number, policy: Policy, random: Random): string {
  const days = random.pick([
    0,
    1,
    2,
    5,
    30,
    policy.touchWindowDays,
    policy.protectionDays,
    random.next() * 120,
  ])
  const exactly = random.pick([0, 0, 0, 1, -1])
  const before = random.chance(0.9) ? days : -days
  return new Date(Math.round(appliedAt - before * DAY) + exactly).toISOString()
}

/** One share has one owner and one channel, whoever meets it. */
function shareOf(random: Random): { shareId: string; referrerId: string; channel: Channel } {
  const [referrerId, channel] = [random.pick(PEOPLE), random.pick(CHANNELS)]
  return { shareId: `${channel}-${random.pick([1, 2])}-${referrerId}`, referrerId, channel }
}

function acceptedInvitation(acceptedAt: string, random: Random) {
  const referrerId = random.pick(PEOPLE)
  const invitationId = `i-${Math.floor(random.next() * 1e9)}-${referrerId}`
  return { invitationId, shareId: `share-of-${invitationId}`, referrerId, acceptedAt }
}

function earlierApplication(appliedAt: number, moment: () => string, random: Random): EarlierApplication {
  const { shareId, channel } = shareOf(random)
  const applicationId = `a-${Math.floor(random.next() * 1e9)}`
  const earlier = moment()
  const until = random.chance(0.5) ? moment() : new Date(Date.parse(earlier) + 180 * DAY).toISOString()
  return {
    applicationId,
    ownerId: random.chance(0.8) ? random.pick(PEOPLE) : null,
    shareId: random.chance(0.9) ? shareId : null,
    invitationId: channel === 'invite' ? `used-${shareId}` : null,
    appliedAt: earlier,
    endedAt: random.chance(0.2)
      ? null
      : random.chance(0.8)
        ? new Date(appliedAt - DAY).toISOString()
        : moment(),
    protectedUntil: until,
  }
}

function roster(random: Random): Record<string, Referrer> {
  const people: Record<string, Referrer> = {}
  for (const person of PEOPLE) {
    if (random.chance(0.92)) people[person] = { active: random.chance(0.9), intern: random.chance(0.15) }
  }
  return people
}

/** Fewer than `limit` rows, in no order; now and then a row is read twice. */
function some<T>(random: Random, limit: number, make: () => T): T[] {
  const rows = Array.from({ length: Math.floor(random.next() * limit) }, make)
  const again = rows.filter(() => random.chance(0.1))
  return [...rows, ...again]
}
