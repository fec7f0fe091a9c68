import { uuidv7 } from 'uuidv7'
import { AppError } from '@/contract/errors'
import { ownerAfterTransfer } from '@/domain/attribution/owner'
import { POLICY } from '@/domain/policy'
import { isEnd } from '@/domain/stages'
import { stageDueAt } from '../calendar'
import type { Context } from '../context'
import { defineHandler, LostRace } from '../handler'
import { momentAfter } from '../store/attribution-event'
import { loadForTransfer, transfer, type Transfer } from '../store/attribution-transfer'
import { toCaller } from '../store/caller'
import { violatedUnique } from '../store/database'
import { checkText } from './check-text'
import { relationsTo } from './relation-to-process'
import { requireCaller, requireFound } from './require'

/** Where a process goes on in its new job. */
const STAGE = 'screening'

export const applicationTransfer = defineHandler('application.transfer', {
  async load({ id, requestId, jobId }, ctx) {
    const row = await loadForTransfer(ctx, { id, requestId, jobId })
    const caller = toCaller(row.caller, ctx)
    return { caller, relations: relationsTo(row.process, caller), answered: row.answer, facts: row }
  },
  async act(facts, { id, requestId, version, jobId, candidateText, referrerText, reason }, ctx, caller) {
    const process = requireFound(facts.process)
    const { takesReferrals, ...job } = requireFound(facts.job)
    if (process.version !== version) throw new AppError('stage-conflict')
    // Somebody who works here already changes jobs elsewhere.
    if (isEnd(process.stage) || process.stage === 'hired' || process.jobId === jobId)
      throw new AppError('stage-impossible')
    if (facts.active) throw new AppError('already-applied')
    if (!takesReferrals) throw new AppError('job-closed')
    await checkText(ctx, [candidateText, referrerText])

    const { ownerId: formerOwner, candidateId, people, relatives, attributedAt, pausedUntil } = process
    const reply = { stage: STAGE, version: version + 1 } as const
    await transferOnce(ctx, {
      ...{ requestId, id, version, pausedUntil, attributedAt, at: momentAfter(attributedAt, ctx.now) },
      ...{ fromJob: process.jobId, toJob: jobId, from: process.stage, to: STAGE },
      dueAt: stageDueAt(STAGE, ctx.now),
      ownerId: ownerAfterTransfer(formerOwner, candidateId, job, people, POLICY, relatives),
      formerOwnerId: formerOwner,
      also: [formerOwner, process.recruiterId],
      ...{ by: requireCaller(caller).id, stageEventId: uuidv7(), eventId: uuidv7() },
      ...{ candidateText, referrerText, reason, reply },
    })
    return reply
  },
})

async function transferOnce(ctx: Context, step: Transfer): Promise<void> {
  try {
    if (!(await transfer(ctx, step))) throw new LostRace()
  } catch (error) {
    if (violatedUnique(error) === 'application_once') throw new AppError('already-applied')
    throw error
  }
}
