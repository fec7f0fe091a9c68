import type { Timeline } from '@/contract/calls/progress'
import type { Seat } from '@/contract/fields'
import { mayNudge } from '@/domain/nudge'
import { POLICY } from '@/domain/policy'
import { CALENDAR, calendarView } from '../calendar'
import { defineHandler } from '../handler'
import type { Context } from '../context'
import { toCaller, type Caller } from '../store/caller'
import { dateOf } from '../store/date-of'
import { findTimeline, type TimelineEventRow, type TimelineRow } from '../store/timeline'
import { maskSealed } from './present-invitation'
import { relationsTo, seatTaken } from './relation-to-process'
import { requireCaller, requireFound } from './require'

export const progressGet = defineHandler('progress.get', {
  async load({ as, id }, ctx) {
    const row = await findTimeline(ctx, id)
    const caller = toCaller(row.caller, ctx)
    return { caller, relations: seatTaken(as, relationsTo(row.timeline, caller)), facts: row.timeline }
  },
  act: (row, { as }, ctx, caller) => present(requireFound(row), as, ctx, requireCaller(caller)),
})

/** Each seat its part: product.md, "What each side can see". */
function present(row: TimelineRow, as: Seat, ctx: Context, caller: Caller): Timeline {
  const { id, version, name, job, stage, round, appliedAt, dueAt, endedAt, protectedUntil, handler } = row
  const own = as === 'referrer' ? null : { note: row.note, resume: row.resume }
  return {
    ...{ id, version, name, job, stage, round, appliedAt, dueAt, endedAt, protectedUntil, handler },
    company: ctx.config.company,
    // Whose it is when it is not theirs is nothing to a referrer.
    owner: as === 'referrer' && row.ownerId !== caller.id ? null : row.owner,
    events: row.events.map((event) => presentEvent(event, as)),
    note: own?.note ?? null,
    resume: own?.resume ?? null,
    ...endorsement(row, as, ctx, caller),
    // Why somebody needs time is between them and the recruiters.
    paused: row.paused && (as === 'referrer' ? { ...row.paused, reason: null } : row.paused),
    ...nudging(row, as, ctx, caller),
    calendar: calendarView(ctx.now),
    now: ctx.now.toISOString(),
  }
}

/** For recruiters what there was, for the owner of the referral what they did and may do, for nobody else anything. */
function nudging(
  row: TimelineRow,
  as: Seat,
  ctx: Context,
  caller: Caller,
): Pick<Timeline, 'nudge' | 'nudges'> {
  const told = row.nudges.map(({ at, by, escalated }) => ({ at, by, escalated }))
  if (as === 'recruiter') return { nudge: null, nudges: told }
  if (as === 'candidate' || row.ownerId !== caller.id) return { nudge: null, nudges: [] }

  const about = {
    ended: row.endedAt !== null,
    dueAt: dateOf(row.dueAt),
    pausedUntil: dateOf(row.paused?.until ?? null),
    lastAt: dateOf(row.lastNudgeAt),
  }
  const verdict = mayNudge(about, ctx.now, POLICY, CALENDAR)
  const from = verdict.allowed ? null : (verdict.from?.toISOString() ?? null)
  const own = row.nudges.filter(({ byId }) => byId === caller.id)
  return {
    nudge: { allowed: verdict.allowed, from, count: own.length, lastAt: row.lastNudgeAt },
    nudges: own.map(({ at, escalated }) => ({ at, by: null, escalated })),
  }
}

/** The referrer sees only what they typed and wrote themselves; everybody else sees the proven number, masked. */
function endorsement(row: TimelineRow, as: Seat, ctx: Context, caller: Caller) {
  const { relation, line, candidatePhoneEnc, typedPhoneEnc } = row
  if (as === 'candidate')
    return { maskedPhone: maskSealed(candidatePhoneEnc, ctx), relation: null, line: null }
  if (as === 'recruiter') return { maskedPhone: maskSealed(candidatePhoneEnc, ctx), relation, line }
  if (row.invitedBy !== caller.id) return { maskedPhone: null, relation: null, line: null }
  return { maskedPhone: maskSealed(typedPhoneEnc, ctx), relation, line }
}

function presentEvent(event: TimelineEventRow, as: Seat) {
  const { id, at, from, to, round, by, candidateText, referrerText, internalNote, reason } = event
  const internal = as === 'recruiter' ? { by, candidateText, referrerText, note: internalNote, reason } : null
  const text = as === 'candidate' ? candidateText : as === 'referrer' ? referrerText : null
  return { id, at, from, to, round, text, internal }
}
