import { uuidv7 } from 'uuidv7'
import { AppError } from '@/contract/errors'
import { decide } from '@/domain/attribution/decide'
import type { Decision } from '@/domain/attribution/decision'
import { POLICY, REWARD_PLAN_VERSION } from '@/domain/policy'
import { protectedUntil } from '@/domain/protection'
import { STAGE_TEXTS } from '@/domain/stage-texts'
import { defineHandler, LostRace } from '../handler'
import { stageDueAt } from '../calendar'
import { insertApplication, loadForSubmit, type SubmitFacts } from '../store/application'
import type { HistoryRow } from '../store/attribution-history'
import { toCaller } from '../store/caller'
import { checkText } from './check-text'
import { requireCaller, requireFound } from './require'

export const applicationSubmit = defineHandler('application.submit', {
  async load({ requestId, jobId, invitationId, token, fileId }, ctx) {
    const row = await loadForSubmit(ctx, { requestId, jobId, invitationId, token, fileId })
    return { caller: toCaller(row.caller, ctx), relations: ['any'], answered: row.answer, facts: row }
  },
  async act(facts, { requestId, jobId, invitationId, name, note, fileId }, ctx, anyCaller) {
    const { id: candidateId } = requireCaller(anyCaller)
    const { takesReferrals, ...job } = requireFound(facts.job)
    const history = requireFound(facts.history)
    if (facts.active) throw new AppError('already-applied')
    if (!takesReferrals) throw new AppError('job-closed')
    if (invitationId !== null) refuseInvitation(facts)
    if (fileId !== null && !facts.fileMine) throw new AppError('not-found', 'There is no such file')
    await checkText(ctx, [name, note])

    const now = momentAfter(history, ctx.now)
    const credit = decide({ ...history, appliedAt: now.toISOString(), job }, POLICY)
    const applicationId = uuidv7()
    const inserted = await insertApplication(
      { ...ctx, now },
      {
        ...{ requestId, id: applicationId, eventId: uuidv7(), candidateId, jobId, invitationId },
        ...{ name, note, fileId, credit },
        applications: facts.applications ?? 0,
        endorsedBy: endorsement(credit, invitationId, facts),
        throughShareId: history.through?.shareId ?? null,
        rewardPlanVersion: REWARD_PLAN_VERSION,
        dueAt: stageDueAt('applied', now),
        // Somebody who is still protected keeps the date they have (clause 4).
        protectedUntil: credit.protectedUntil ? new Date(credit.protectedUntil) : protectedUntil(now, POLICY),
        candidateText: STAGE_TEXTS.applied.candidate,
        referrerText: STAGE_TEXTS.applied.referrer,
      },
    )
    if (!inserted) throw new LostRace()
    return { applicationId }
  },
})

/**
 * Now, but not before what has happened already: the clocks of two functions differ by a little, and an application
 * that lost a race was asked for before the one that won it.
 */
function momentAfter({ applications, invitations }: HistoryRow, now: Date): Date {
  const known = [
    ...applications.map(({ appliedAt }) => appliedAt),
    ...invitations.map(({ acceptedAt }) => acceptedAt),
  ]
  return new Date(Math.max(now.getTime(), ...known.map((moment) => Date.parse(moment))))
}

/** Of several invitations by the credited colleague the one applied through, whose words are about this job. */
function endorsement(credit: Decision, invitationId: string | null, { invitation }: SubmitFacts) {
  return invitation?.referrerId === credit.referrerId ? invitationId : (credit.invitationId ?? invitationId)
}

function refuseInvitation({ invitation }: SubmitFacts): void {
  if (!invitation) throw new AppError('not-found', 'There is no such invitation')
  if (!invitation.mine) throw new AppError('not-addressee')
  if (invitation.expired && invitation.status !== 'applied') throw new AppError('share-ended')
}
