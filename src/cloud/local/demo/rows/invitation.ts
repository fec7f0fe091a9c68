import { expiresAt } from '@/domain/invitation'
import { POLICY } from '@/domain/policy'
import { planText } from '@/domain/texting'
import { storeTextPlan } from '@/cloud/calls/present-invitation'
import { newShareToken } from '@/cloud/secrets'
import type { StoryReferral } from '../story'
import type { Row, Standing } from './types'
import { invitationWord } from './waiting'

export type InvitationIds = {
  id: string
  shareId: string
  referrerId: string
  jobId: string | null
  /** Of those who accepted. */
  candidateId: string | null
}

export function shareRow(referral: StoryReferral, ids: InvitationIds): Row {
  return {
    id: ids.shareId,
    token: newShareToken(),
    channel: 'invite',
    referrer_id: ids.referrerId,
    job_id: ids.jobId,
    created_at: referral.sentAt,
  }
}

export function invitationRow(
  referral: StoryReferral,
  ids: InvitationIds,
  number: { phone_hash: string; phone_enc: string },
  today: Date,
): Row {
  const standing = standingOf(referral, today)
  const { status, keepsNumber, changedAt } = standing
  const neverTexted = { optedOut: false, in24Hours: 0, in30Days: 0 }
  return {
    id: ids.id,
    share_id: ids.shareId,
    referrer_id: ids.referrerId,
    job_id: ids.jobId,
    ...(keepsNumber ? number : {}),
    candidate_id: ids.candidateId,
    status,
    relation: referral.relation,
    line: referral.line,
    text_plan: storeTextPlan(planText(referral.sentAt, neverTexted, POLICY)),
    sent_at: referral.sentAt,
    opened_at: referral.openedAt,
    // Nobody answers an invitation that runs out.
    answered_at: status === 'expired' ? null : referral.answeredAt,
    expires_at: expiresAt(referral.sentAt, POLICY),
    changed_at: changedAt,
    word_at: invitationWord(standing, referral.sentAt, today),
  }
}

/** As the calls and the clock would have left it by today: a number that led to nothing is not kept. */
export function standingOf(referral: StoryReferral, today: Date): Standing {
  const { answer, application, sentAt, openedAt, answeredAt } = referral
  const end = expiresAt(sentAt, POLICY)
  const changedAt = answeredAt ?? openedAt ?? sentAt

  if (application) return { status: 'applied', keepsNumber: true, changedAt: application.appliedAt }
  if (answer === 'erased') return { status: 'declined', keepsNumber: false, changedAt }
  if (answer === 'revoked') return { status: 'revoked', keepsNumber: false, changedAt }
  if (end > today) return { status: answer === 'expired' ? 'waiting' : answer, keepsNumber: true, changedAt }
  return { status: answer === 'declined' ? 'declined' : 'expired', keepsNumber: false, changedAt: end }
}
