import { uuidv7 } from 'uuidv7'
import type { OutputOf } from '@/contract/call'
import type { CallOf } from '@/contract/calls'
import { AppError } from '@/contract/errors'
import { POLICY } from '@/domain/policy'
import { repickOwner } from '@/domain/protection'
import { STAGE_TEXTS } from '@/domain/stage-texts'
import { isEnd, moveKind, needsReason } from '@/domain/stages'
import { stageDueAt } from '../calendar'
import { defineHandler, LostRace } from '../handler'
import { toCaller } from '../store/caller'
import { violatedUnique } from '../store/database'
import { findProcess, move, type Move, type ProcessRow } from '../store/stage'
import type { Context } from '../context'
import { checkText } from './check-text'
import { relationsTo } from './relation-to-process'
import { requireCaller, requireFound } from './require'

export const stageMove = defineHandler('stage.move', {
  async load({ id, requestId }, ctx) {
    const row = await findProcess(ctx, id, { call: 'stage.move', requestId })
    const caller = toCaller(row.caller, ctx)
    const answered = row.answer as OutputOf<CallOf<'stage.move'>> | null
    return { caller, relations: relationsTo(row.process, caller), answered, facts: row.process }
  },
  async act(found, input, ctx, caller) {
    const process = requireFound(found)
    const { id, requestId, version, to, candidateText, referrerText, internalNote, reason } = input
    if (process.version !== version) throw new AppError('stage-conflict')
    const kind = moveKind(process.stage, to)
    if (!kind) throw new AppError('stage-impossible')
    if (needsReason(kind) && !reason) throw new AppError('reason-required')
    await checkText(ctx, [candidateText, referrerText])

    const round = kind === 'next-round' ? process.round + 1 : to === process.stage ? process.round : 1
    const dueAt = stageDueAt(to, ctx.now)
    const reply = { stage: to, round, version: version + 1, dueAt: dueAt?.toISOString() ?? null }
    await moveOnce(ctx, {
      ...{ call: 'stage.move', requestId, id, version, from: process.stage, to, round, dueAt, reply },
      ...{
        candidateText,
        referrerText,
        internalNote,
        reason,
        by: requireCaller(caller).id,
        eventId: uuidv7(),
        ends: isEnd(to),
        pausedUntil: process.pausedUntil,
        repick: kind === 'reopen' && process.stage === 'pooled' ? repickOf(process, ctx.now) : null,
      },
    })
    return reply
  },
})

export const applicationWithdraw = defineHandler('application.withdraw', {
  async load({ id, requestId }, ctx) {
    const row = await findProcess(ctx, id, { call: 'application.withdraw', requestId })
    const caller = toCaller(row.caller, ctx)
    const answered = row.answer as OutputOf<CallOf<'application.withdraw'>> | null
    const relations = row.process ? relationsTo(row.process, caller) : []
    return { caller, relations, answered, facts: row.process }
  },
  async act(found, { id, requestId, reason }, ctx, caller) {
    const process = requireFound(found)
    if (moveKind(process.stage, 'withdrawn') !== 'end') throw new AppError('stage-impossible')
    const reply = { stage: 'withdrawn' as const }
    await moveOnce(ctx, {
      ...{
        call: 'application.withdraw',
        requestId,
        id,
        version: process.version,
        from: process.stage,
        to: 'withdrawn',
        reply,
      },
      ...{ round: process.round, ends: true, dueAt: null, by: requireCaller(caller).id, eventId: uuidv7() },
      pausedUntil: process.pausedUntil,
      candidateText: STAGE_TEXTS.withdrawn.candidate,
      referrerText: STAGE_TEXTS.withdrawn.referrer,
      internalNote: null,
      reason,
      repick: null,
    })
    return reply
  },
})

/** Picked from the pool again: whom the referral is taken from, or null when its owner stays (clause 4). */
function repickOf({ ownerId, endedAt, protectedUntil, attributedAt }: ProcessRow, now: Date): Move['repick'] {
  if (ownerId === null) return null
  const ended = endedAt === null ? null : new Date(endedAt)
  const application = { ownerId, endedAt: ended, protectedUntil: new Date(protectedUntil) }
  return repickOwner(application, now, POLICY) === ownerId
    ? null
    : { eventId: uuidv7(), ownerId, attributedAt }
}

/** Reopening an application beside another active one for the same job is a move that cannot be. */
async function moveOnce(ctx: Context, step: Move): Promise<void> {
  try {
    if (!(await move(ctx, step))) throw new LostRace()
  } catch (error) {
    if (violatedUnique(error) === 'application_once')
      throw new AppError('stage-impossible', 'There is another active application')
    throw error
  }
}
