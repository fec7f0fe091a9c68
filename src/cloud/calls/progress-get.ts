import type { Timeline } from '@/contract/calls/progress'
import type { Seat } from '@/contract/fields'
import { calendarView } from '../calendar'
import { defineHandler } from '../handler'
import type { Context } from '../context'
import { toCaller } from '../store/caller'
import { findTimeline, type TimelineEventRow, type TimelineRow } from '../store/timeline'
import { maskSealed } from './present-invitation'
import { relationsTo, seatTaken } from './relation-to-process'
import { requireFound } from './require'

export const progressGet = defineHandler('progress.get', {
  async load({ as, id }, ctx) {
    const row = await findTimeline(ctx, id)
    const caller = toCaller(row.caller, ctx)
    return { caller, relations: seatTaken(as, relationsTo(row.timeline, caller)), facts: row.timeline }
  },
  act: (row, { as }, ctx) => present(requireFound(row), as, ctx),
})

/** Each seat its part: product.md, "What each side can see". */
function present(row: TimelineRow, as: Seat, ctx: Context): Timeline {
  const { id, version, name, job, stage, round, appliedAt, dueAt, endedAt, protectedUntil, owner, handler } =
    row
  const own = as === 'referrer' ? null : { note: row.note, resume: row.resume }
  const endorsed = as === 'candidate' ? null : { relation: row.relation, line: row.line }
  return {
    ...{ id, version, name, job, stage, round, appliedAt, dueAt, endedAt, protectedUntil, owner, handler },
    company: ctx.config.company,
    maskedPhone: maskSealed(phoneFor(row, as), ctx),
    events: row.events.map((event) => presentEvent(event, as)),
    note: own?.note ?? null,
    resume: own?.resume ?? null,
    relation: endorsed?.relation ?? null,
    line: endorsed?.line ?? null,
    calendar: calendarView(),
  }
}

/** The referrer sees only the number they typed; everybody else sees the proven one, masked. */
function phoneFor(row: TimelineRow, as: Seat): string | null {
  return as === 'referrer' ? row.typedPhoneEnc : row.candidatePhoneEnc
}

function presentEvent(event: TimelineEventRow, as: Seat) {
  const { id, at, from, to, round, by, candidateText, referrerText, internalNote, reason } = event
  const internal = as === 'recruiter' ? { by, candidateText, referrerText, note: internalNote, reason } : null
  const text = as === 'candidate' ? candidateText : as === 'referrer' ? referrerText : null
  return { id, at, from, to, round, text, internal }
}
