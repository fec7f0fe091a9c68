import sql, { type Sql } from 'sql-template-tag'
import { nextWordAt } from '@/domain/notices/next-word'
import { POLICY } from '@/domain/policy'

/**
 * What an update of `application` sets when a stage begins, beside the stage itself: nobody has nudged about it and no
 * pause goes on. Referrer and candidate are told of it now, and next when nothing has happened for long (`live`).
 */
export function startOfStage(now: Date, live: boolean): Sql {
  const next = live ? nextWordAt(now, POLICY) : null
  return sql`paused_until = null, nudged_at = null, nudges = 0,
    word_at = ${next}::timestamptz, candidate_word_at = ${next}::timestamptz`
}

/**
 * Condition on `application`: the clock was not stopped or started since `pausedUntil` was read. Without it `endPauses`
 * would not see a pause that was written while the update waited for it.
 */
export function notPausedSince(pausedUntil: string | null): Sql {
  return sql`paused_until is not distinct from ${pausedUntil}::timestamptz`
}

/** CTE `unpaused`: the pause that goes on ends with the stage that the CTE `gate` moves. */
export function endPauses(gate: Sql, now: Date): Sql {
  return sql`unpaused as (
      update stage_pause set ended_at = ${now}::timestamptz
      where application_id in (select id from ${gate}) and ended_at is null and until_at > ${now}::timestamptz
    )`
}
