import { decide } from '@/domain/attribution/decide'
import type { AcceptedInvitation, EarlierApplication, History, Touch } from '@/domain/attribution/history'
import { POLICY, type Policy } from '@/domain/policy'

const DAY = 86_400_000
/** The moment of the application that is decided. */
export const appliedAt = '2026-11-20T02:00:00.000Z'
/** So many days before the application, and a few milliseconds after that. */
export const before = (days: number, ms = 0) =>
  new Date(Date.parse(appliedAt) - days * DAY + ms).toISOString()

export const accepted = (
  referrerId: string,
  acceptedAt: string,
  id = `invitation-of-${referrerId}`,
): AcceptedInvitation => ({
  invitationId: id,
  shareId: `invite-of-${referrerId}`,
  referrerId,
  acceptedAt,
})
export const touch = (referrerId: string, at: string, shareId = `poster-of-${referrerId}`): Touch => ({
  shareId,
  referrerId,
  channel: 'poster',
  at,
})
export const through = (referrerId: string, at: string) => ({
  ...touch(referrerId, at, `card-of-${referrerId}`),
  channel: 'card' as const,
})
export const earlier = (
  ownerId: string | null,
  appliedDaysBefore: number,
  some: Partial<EarlierApplication> = {},
) => ({
  applicationId: `application-of-${ownerId}`,
  ownerId,
  shareId: `invite-of-${ownerId}`,
  invitationId: `used-of-${ownerId}`,
  appliedAt: before(appliedDaysBefore),
  endedAt: before(1),
  protectedUntil: before(appliedDaysBefore - 180),
  ...some,
})

const active = { active: true, intern: false }
/**
 * A history in which lin and mei may be credited for anything, zhou is a relative, he has left, xu is an intern, chen
 * recruits for the job and wang manages it.
 */
export const history = (some: Partial<History>): History => ({
  candidateId: 'candidate',
  appliedAt,
  job: { recruiterId: 'chen', hiringManagerId: 'wang' },
  through: null,
  invitations: [],
  touches: [],
  applications: [],
  people: {
    lin: active,
    mei: active,
    zhou: active,
    chen: active,
    wang: active,
    candidate: active,
    he: { active: false, intern: true },
    xu: { active: true, intern: true },
  },
  relatives: ['zhou'],
  ...some,
})
export const decideOn = (some: Partial<History>, policy: Partial<Policy> = {}) =>
  decide(history(some), { ...POLICY, ...policy })
