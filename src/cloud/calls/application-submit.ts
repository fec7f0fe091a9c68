import { uuidv7 } from 'uuidv7'
import { AppError } from '@/contract/errors'
import { creditFor } from '@/domain/credit'
import { POLICY, REWARD_PLAN_VERSION } from '@/domain/policy'
import { protectedUntil } from '@/domain/protection'
import { STAGE_TEXTS } from '@/domain/stage-texts'
import { defineHandler, LostRace } from '../handler'
import { stageDueAt } from '../calendar'
import { insertApplication, loadForSubmit, type SubmitFacts } from '../store/application'
import { mayRefer, toCaller } from '../store/caller'
import { checkText } from './check-text'
import { requireCaller, requireFound } from './require'

export const applicationSubmit = defineHandler('application.submit', {
  async load({ requestId, jobId, invitationId, fileId }, ctx) {
    const row = await loadForSubmit(ctx, { requestId, jobId, invitationId, fileId })
    return { caller: toCaller(row.caller, ctx), relations: ['any'], answered: row.answer, facts: row }
  },
  async act(facts, { requestId, jobId, invitationId, name, note, fileId }, ctx, anyCaller) {
    const { id: candidateId } = requireCaller(anyCaller)
    const job = requireFound(facts.job)
    if (facts.active) throw new AppError('already-applied')
    if (!job.takesReferrals) throw new AppError('job-closed')
    if (invitationId !== null) refuseInvitation(facts)
    if (fileId !== null && !facts.fileMine) throw new AppError('not-found', 'There is no such file')
    await checkText(ctx, [name, note])

    const accepted = facts.accepted.map(({ employee, ...invitation }) => ({
      ...invitation,
      referrerMayRefer: employee !== null && employee.active && mayRefer(employee),
    }))
    const applicationId = uuidv7()
    const inserted = await insertApplication(ctx, {
      ...{
        requestId,
        id: applicationId,
        eventId: uuidv7(),
        candidateId,
        jobId,
        invitationId,
        name,
        note,
        fileId,
      },
      credit: creditFor(accepted, candidateId, job),
      policyVersion: POLICY.version,
      rewardPlanVersion: REWARD_PLAN_VERSION,
      dueAt: stageDueAt('applied', ctx.now),
      protectedUntil: protectedUntil(ctx.now, POLICY),
      candidateText: STAGE_TEXTS.applied.candidate,
      referrerText: STAGE_TEXTS.applied.referrer,
    })
    if (!inserted) throw new LostRace()
    return { applicationId }
  },
})

function refuseInvitation({ through }: SubmitFacts): void {
  if (!through) throw new AppError('not-found', 'There is no such invitation')
  if (!through.mine) throw new AppError('not-addressee')
  if (through.expired && through.status !== 'applied') throw new AppError('share-ended')
}
