import sql, { type Sql } from 'sql-template-tag'
import { POLICY } from '@/domain/policy'
import { addDays, atHour, shanghaiDay } from '@/domain/shanghai'

/** The digests of one day in Shanghai. */
export type DigestDay = {
  now: Date
  /** YYYY-MM-DD: nobody gets two of one. */
  date: string
  /** What was due at this moment is told today, what comes later tomorrow: also when the clock was away this morning. */
  cut: Date
  dayEnd: Date
  /** Whether anybody is at work who could answer: late answers are spoken of on working days only. */
  workday: boolean
}

/** The day whose digests are to be made by now, or null while it is too early. */
export function digestDay(now: Date, isWorkday: boolean): DigestDay | null {
  const cut = atHour(now, POLICY.words.digestHour)
  if (now < cut) return null
  return { now, date: shanghaiDay(now).date, cut, dayEnd: atHour(now, 24), workday: isWorkday }
}

/**
 * Condition: somebody has got no digest of this day. Looked up by its key for each, never joined, which would read all
 * messages; and written so that PostgreSQL expects it to hold for many, or it would read everything due for a few.
 */
export function isUntold(personId: Sql, { date }: DigestDay): Sql {
  return sql`coalesce((select false from message m where m.dedupe_key = 'digest:' || ${personId} || ':' || ${date}::text), true)`
}

// Conditions on an application `a` or an invitation `i`, each with an index of its own.

/** Its referrer has been told nothing for so long that they are told that it goes on. */
export const isSilent = ({ cut }: DigestDay): Sql => sql`(a.ended_at is null and a.word_at <= ${cut})`

/** The same for its candidate. */
export const isSilentForCandidate = ({ cut }: DigestDay): Sql =>
  sql`(a.ended_at is null and a.candidate_word_at <= ${cut})`

/** The answer is late, and its referrer has not been told of this due time. */
export const isNewlyLate = (day: DigestDay): Sql =>
  sql`(${day.workday}::boolean and a.ended_at is null and a.due_at is not null and a.due_at <= ${day.cut}
    and a.late_told is distinct from a.due_at and ${isRunning(day)})`

/** The answer is late, or has to be given today. */
export const isDueToday = (day: DigestDay): Sql =>
  sql`(${day.workday}::boolean and a.ended_at is null and a.due_at is not null and a.due_at < ${day.dayEnd} and ${isRunning(day)})`

/** It ended without a hire, and its protection soon ends too. */
export const isProtectionEnding = ({ cut }: DigestDay): Sql =>
  sql`(a.protection_told_at is null and a.stage in ('rejected', 'withdrawn', 'expired', 'pooled')
    and a.protected_until <= ${addDays(cut, POLICY.words.protectionDays)})`

/** Its protection is over: whoever owned it may refer the person again. */
export const isLapsed = ({ cut }: DigestDay): Sql => sql`(a.lapse_told_at is null and a.lapsed_at <= ${cut})`

export const isUnanswered = ({ cut }: DigestDay): Sql =>
  sql`(i.status in ('waiting', 'opened', 'accepted') and i.word_at <= ${cut})`

export const isExpired = ({ cut }: DigestDay): Sql => sql`(i.status = 'expired' and i.word_at <= ${cut})`

/** The candidate has not asked to be waited for. */
function isRunning({ now }: DigestDay): Sql {
  return sql`(a.paused_until is null or a.paused_until <= ${now})`
}
