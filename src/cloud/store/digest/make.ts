import sql, { type Sql } from 'sql-template-tag'
import { DEFAULT_CHOICES } from '@/domain/notices/choices'
import { nextWordAt } from '@/domain/notices/next-word'
import { POLICY } from '@/domain/policy'
import type { Database } from '../database'
import { nextInvitationWord } from '../invitation-word'
import { isUntold, type DigestDay } from './due'
import type { DuePeople } from './find'
import { lines, rowsCtes } from './lines'

/** `made`: digests. `moved`: records of which something was told, or of which nobody is to be told. */
export type Made = { made: number; moved: number }

/**
 * Makes the digests of these people: one message each, with a line for everything due, and puts off what it told of, all
 * in one statement. Somebody who has one of this day gets no other, and one clock makes them at a time: of two that share
 * somebody's rows one would make their digest, and what the other holds would wait for tomorrow's. For the same reason
 * somebody of whose rows one is being changed at this moment gets theirs the next time, in a minute. What nobody is to be
 * told (left the company, wants no weekly word) is put off too, so that it is not looked at each minute.
 */
export async function makeDigests(
  db: Database,
  day: DigestDay,
  { ids, recruiters }: DuePeople,
): Promise<Made> {
  const { now } = day
  return db.one<Made>(sql`
    with turn as materialized (
      select pg_try_advisory_xact_lock(hashtext('bole.digests')) as mine
    ), who as materialized (
      select p.id as person_id, e.id as employee_id,
        p.phone_hash is not null and coalesce(n.weekly, ${DEFAULT_CHOICES.weekly}::boolean) as weekly
      from unnest(${ids}::uuid[]) as given (id) join person p on p.id = given.id
        left join employee e on e.phone_hash = p.phone_hash and e.active
        left join notice_setting n on n.person_id = p.id
      where (select mine from turn) and ${isUntold(sql`p.id`, day)}
    ), ${rowsCtes(day)}, line as materialized (
      select told.* from (${lines(day, recruiters > 0)}) as told
      where not exists (select from busy where busy.person_id = told.person_id)
    ), made as (
      insert into message (id, person_id, seat, event, occasion, dedupe_key, at)
      select id, person_id, seat, 'digest', id, 'digest:' || person_id || ':' || ${day.date}::text, ${now}::timestamptz
      from (
        select gen_random_uuid() as id, person_id,
          case when bool_or(seat = 'recruiter') then 'recruiter' when bool_or(seat = 'referrer') then 'referrer' else 'candidate' end as seat
        -- In one order, so that two who make the same do not wait for one another.
        from line group by person_id order by person_id
      ) as one
      on conflict (dedupe_key) do nothing
      returning id, person_id
    ), itemised as (
      insert into digest_item (message_id, place, kind, seat, subject_kind, subject_id, stage, round, since, due_at)
      select made.id, row_number() over (partition by made.id order by line.rank, line.due_at, line.since, line.subject_id),
        line.kind, line.seat, line.subject_kind, line.subject_id, line.stage, line.round, line.since, line.due_at
      from made join line on line.person_id = made.person_id
    ), queued as (
      insert into outbox (id, kind, message_id, person_id, dedupe_key, run_at, created_at)
      select gen_random_uuid(), 'message', id, person_id, 'message:' || id, ${now}::timestamptz, ${now}::timestamptz from made
    ), ${putOffCtes(day)}
    select (select count(*) from made) as made,
      (select count(*) from put_off) + (select count(*) from invitations_put_off) as moved`)
}

/**
 * CTEs `put_off` and `invitations_put_off`. One update for whatever was told of an application: a second one of the same
 * row in the same statement would not happen.
 */
function putOffCtes({ now }: DigestDay): Sql {
  const next = nextWordAt(now, POLICY)
  const settled = sql`(not tells or person_id in (select person_id from made))`
  return sql`settled as (
      select id, true as owned, false as own, late, lapsed, ending from owned where ${settled}
      union all select id, false, true, false, false, false from own where ${settled}
    ), put_off as (
      update application a set
        word_at = case when s.owned and a.ended_at is null then ${next}::timestamptz else a.word_at end,
        candidate_word_at = case when s.own and a.ended_at is null then ${next}::timestamptz else a.candidate_word_at end,
        late_told = case when s.late then a.due_at else a.late_told end,
        protection_told_at = case when s.ending then ${now}::timestamptz else a.protection_told_at end,
        lapse_told_at = case when s.lapsed then ${now}::timestamptz else a.lapse_told_at end
      from (
        select id, bool_or(owned) as owned, bool_or(own) as own, bool_or(late) as late, bool_or(lapsed) as lapsed,
          bool_or(ending) as ending
        from settled group by id
      ) as s
      where a.id = s.id returning a.id
    ), invitations_put_off as (
      update invitation i set word_at = case when i.status <> 'expired' then ${nextInvitationWord(sql`i.sent_at`, now)} end
      from sent where sent.id = i.id and ${settled} returning i.id
    )`
}
