import sql, { type Sql } from 'sql-template-tag'
import type { AttributionEventKind } from '@/domain/attribution/owner'

export type NewAttributionEvent = {
  id: string
  kind: AttributionEventKind
  by: string | null
  at: Date
  words: string | null
}

/**
 * CTEs `attributed` (the event) and `attributed_words` for the application that the CTE `gate` returns as
 * (id, owner_id, from_job, to_job), or without the jobs when `jobs` is false. Its `owner_id` is the one after the event.
 */
export function attributionCtes(gate: Sql, event: NewAttributionEvent, { jobs = false } = {}): Sql {
  const moved = jobs ? sql`from_job, to_job` : sql`null::uuid, null::uuid`
  return sql`attributed as (
      insert into attribution_event (id, application_id, kind, by_person, owner_id, from_job, to_job, at)
      select ${event.id}::uuid, id, ${event.kind}, ${event.by}::uuid, owner_id, ${moved}, ${event.at}::timestamptz from ${gate}
    ), attributed_words as (
      insert into attribution_text (event_id, words)
      select ${event.id}::uuid, ${event.words}::text from ${gate} where ${event.words}::text is not null
    )`
}

/** Condition on `application`: nobody has decided about its owner since `attributedAt` was read. */
export function notAttributedSince(attributedAt: string | null): Sql {
  return sql`attributed_at is not distinct from ${attributedAt}::timestamptz`
}

/** Now, or a moment after the newest event: no two of an application share a moment, whatever the clocks say. */
export function momentAfter(attributedAt: string | null, now: Date): Date {
  return attributedAt === null ? now : new Date(Math.max(now.getTime(), Date.parse(attributedAt) + 1))
}
