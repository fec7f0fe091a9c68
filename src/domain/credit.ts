/** A colleague's invitation that the candidate has accepted, with what decides whether it may be credited. */
export type AcceptedInvitation = {
  invitationId: string
  shareId: string
  referrerId: string
  acceptedAt: string
  /** On the roster, active, and allowed by the policy to refer. */
  referrerMayRefer: boolean
}

export type JobSide = { recruiterId: string | null; hiringManagerId: string | null }

/** The decision with its reason, frozen on the application. `rule` is a clause of product.md, "Who owns the referral". */
export type Credit =
  | { rule: 'accepted-first'; referrerId: string; shareId: string; invitationId: string }
  | { rule: 'nobody'; reason: 'no-invitation' | 'self' | 'own-job' | 'left' }

/**
 * Who is credited for an application: the colleague whose invitation the candidate accepted first (clause 2a).
 * Nobody is credited for themselves, for a job they recruit for or manage, or after they left (clause 5); the next
 * accepted invitation then counts. The order in which invitations are read does not matter.
 */
export function creditFor(
  accepted: readonly AcceptedInvitation[],
  candidateId: string,
  job: JobSide,
): Credit {
  const inOrder = [...accepted].sort(
    (a, b) => a.acceptedAt.localeCompare(b.acceptedAt) || a.invitationId.localeCompare(b.invitationId),
  )
  let firstObstacle: 'self' | 'own-job' | 'left' | null = null
  for (const invitation of inOrder) {
    const obstacle = obstacleTo(invitation, candidateId, job)
    if (!obstacle) {
      const { referrerId, shareId, invitationId } = invitation
      return { rule: 'accepted-first', referrerId, shareId, invitationId }
    }
    firstObstacle ??= obstacle
  }
  return { rule: 'nobody', reason: firstObstacle ?? 'no-invitation' }
}

function obstacleTo(invitation: AcceptedInvitation, candidateId: string, job: JobSide) {
  if (invitation.referrerId === candidateId) return 'self'
  if (invitation.referrerId === job.recruiterId || invitation.referrerId === job.hiringManagerId)
    return 'own-job'
  return invitation.referrerMayRefer ? null : 'left'
}
