import sql, { type Sql } from 'sql-template-tag'
import { NOTICES } from '@/domain/notices/table'
import type { NoticeEvent, NoticeSeat } from '@/domain/notices/event'

/** One person who is told of one event. The SQL parts are of the row that the gate returns. */
export type Letter = {
  event: NoticeEvent
  seat: NoticeSeat
  /** uuid of the person; a row where it is null tells nobody. */
  to: Sql
  subject: 'invitation' | 'application'
  subjectId: Sql
  /** What it tells of: told once per occasion and person. */
  occasion: Sql
  /** Only rows for which this holds. */
  where?: Sql
}

/**
 * CTEs `letter`, `message_made`, `message_queued`: writes into the inbox of everybody whom `letters` name, one row for each row of
 * `gate`, and queues what is worth a disturbance. Part of the statement that makes it happen, so that it is told if and
 * only if it happened. Nobody is told twice of one occasion, nor of what they did themselves (`by`).
 */
export function messageCtes(gate: Sql, letters: readonly Letter[], by: string | null, now: Date): Sql {
  const rows = letters.map(
    ({ event, seat, to, subject, subjectId, occasion, where }) =>
      sql`select ${event}::text as event, ${seat}::text as seat, (${to}) as person_id, ${subject}::text as subject_kind,
        (${subjectId})::uuid as subject_id, (${occasion})::uuid as occasion, ${disturbs(event, seat)}::boolean as disturbs
        from ${gate} where ${where ?? sql`true`}`,
  )
  const all = rows.reduce((sum, row) => sql`${sum} union all ${row}`)
  return sql`letter as (${all}), message_made as (
      insert into message (id, person_id, seat, event, subject_kind, subject_id, occasion, dedupe_key, at)
      select gen_random_uuid(), person_id, seat, event, subject_kind, subject_id, occasion,
        event || ':' || occasion || ':' || person_id, ${now}::timestamptz
      from letter where person_id is not null and person_id is distinct from ${by}::uuid
      on conflict (dedupe_key) do nothing
      returning id, person_id, event, seat, occasion
    ), message_queued as (
      insert into outbox (id, kind, message_id, person_id, dedupe_key, run_at, created_at)
      select gen_random_uuid(), 'message', m.id, m.person_id, 'message:' || m.id, ${now}::timestamptz, ${now}::timestamptz
      from message_made m where exists (select from letter l
        where (l.event, l.seat, l.person_id, l.occasion) = (m.event, m.seat, m.person_id, m.occasion) and l.disturbs)
    )`
}

/** To the referrer of the invitation that the gate returns as (id, referrer_id); told once of each. */
export function aboutInvitation(event: NoticeEvent): Letter {
  return {
    ...{ event, seat: 'referrer', to: sql`referrer_id` },
    ...{ subject: 'invitation', subjectId: sql`id`, occasion: sql`id` },
  }
}

/** What a letter about the application that the gate returns has in common: it tells of the event `occasion`. */
export function aboutApplication(event: NoticeEvent, occasion: string | Sql): Omit<Letter, 'seat' | 'to'> {
  return { event, subject: 'application', subjectId: sql`id`, occasion: sql`${occasion}` }
}

function disturbs(event: NoticeEvent, seat: NoticeSeat): boolean {
  return (NOTICES[event][seat]?.channels.length ?? 0) > 0
}
