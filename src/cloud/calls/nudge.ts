import { uuidv7 } from 'uuidv7'
import { AppError } from '@/contract/errors'
import { mayNudge, nextNudgeAt, nudgeEscalates } from '@/domain/nudge'
import { POLICY } from '@/domain/policy'
import { CALENDAR } from '../calendar'
import { defineHandler, LostRace } from '../handler'
import { toCaller } from '../store/caller'
import { dateOf } from '../store/date-of'
import { loadForNudge, nudge, type Nudge, type NudgedProcess } from '../store/nudge'
import { requireCaller, requireFound } from './require'

export const referralNudge = defineHandler('referral.nudge', {
  async load({ id, requestId }, ctx) {
    const row = await loadForNudge(ctx, id, requestId)
    const caller = toCaller(row.caller, ctx)
    // Whoever was credited when it came and owns it no more may read on, and has nothing to push.
    const owns = caller !== null && row.process?.ownerId === caller.id
    return { caller, relations: owns ? ['referrer'] : [], answered: row.answer, facts: row.process }
  },
  async act(found, { id, requestId }, ctx, caller) {
    const seen = requireFound(found)
    const { endedAt, dueAt, pausedUntil, lastAt, recruiterId } = seen
    const about = {
      ended: endedAt !== null,
      dueAt: dateOf(dueAt),
      pausedUntil: dateOf(pausedUntil),
      lastAt: dateOf(lastAt),
    }
    const verdict = mayNudge(about, ctx.now, POLICY, CALENDAR)
    if (!verdict.allowed) {
      if (verdict.why === 'not-late' || verdict.from === null) throw new AppError('not-late')
      const retryAfter = Math.ceil((verdict.from.getTime() - ctx.now.getTime()) / 1000)
      throw new AppError('nudged-recently', 'Nudged a short time ago', { retryAfter })
    }
    const beside = besideRecruiter(seen)
    const from = nextNudgeAt(ctx.now, POLICY, CALENDAR)
    const reply = { at: ctx.now.toISOString(), escalated: beside !== null, from: from.toISOString() }
    const by = requireCaller(caller).id
    if (!(await nudge(ctx, { requestId, id, nudgeId: uuidv7(), by, seen, recruiterId, beside, reply })))
      throw new LostRace()
    return reply
  },
})

/** Who hears of it beside the recruiter, when it escalates: also the first time, where no recruiter would hear of it. */
function besideRecruiter({ nudges, recruiterId, managerId, nextId }: NudgedProcess): Nudge['beside'] {
  if (recruiterId !== null && !nudgeEscalates(nudges, POLICY)) return null
  if (managerId !== null) return { seat: 'manager', personId: managerId }
  return nextId === null ? null : { seat: 'recruiter', personId: nextId }
}
