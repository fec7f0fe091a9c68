import type { Timeline } from '@/contract/calls/progress'
import type { Seat } from '@/contract/fields'
import { calendarView } from '../calendar'
import { defineHandler } from '../handler'
import type { Context } from '../context'
import { toCaller, type Caller } from '../store/caller'
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
    calendar: calendarView(ctx.now),
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
