import sql, { type Sql } from 'sql-template-tag'
import type { Database } from '../database'
import {
  isDueToday,
  isExpired,
  isLapsed,
  isNewlyLate,
  isProtectionEnding,
  isSilent,
  isSilentForCandidate,
  isUnanswered,
  isUntold,
  type DigestDay,
} from './due'

export type DuePeople = {
  ids: string[]
  /** How many of them have a list to work through; they come first. */
  recruiters: number
  /** All lists of this day were made before: nobody was looked for on their account. */
  listed: boolean
}

/**
 * Some of the people of whom something is due to be told, and who have had no digest today: at least one, as long as there
 * is any. Whether each is told is decided when it is made. Reads no more than `limit` rows of each kind.
 */
export async function findDuePeople(db: Database, day: DigestDay, limit: number): Promise<DuePeople> {
  const owned = (due: Sql, by: Sql) => oldest(sql`a.owner_id`, sql`application a`, due, by, day, limit)
  const sent = (due: Sql) => oldest(sql`i.referrer_id`, sql`invitation i`, due, sql`i.word_at`, day, limit)
  return db.one<DuePeople>(sql`
    with listed as materialized (
      select exists (select from lists_made where day >= ${day.date}::date) as made
    ), due as (
      select person_id, true as recruits from (${recruiters(day)}) as recruiter
        where person_id is not null and ${isUntold(sql`recruiter.person_id`, day)}
      union all select person_id, false from (
        ${owned(isSilent(day), sql`a.word_at`)}
        union all ${oldest(sql`a.candidate_id`, sql`application a`, isSilentForCandidate(day), sql`a.candidate_word_at`, day, limit)}
        union all ${owned(isNewlyLate(day), sql`a.due_at`)}
        union all ${owned(isProtectionEnding(day), sql`a.protected_until`)}
        union all ${owned(isLapsed(day), sql`a.lapsed_at`)}
        union all ${sent(isUnanswered(day))}
        union all ${sent(isExpired(day))}
      ) as somebody
    ), found as (
      select person_id, bool_or(recruits) as recruits from due group by person_id
      order by bool_or(recruits) desc, person_id limit ${limit}
    )
    select coalesce(array_agg(person_id), '{}') as ids, count(*) filter (where recruits) as recruiters,
      (select made from listed) as listed from found`)
}

/** Those whose row has been due for longest: read along the index of the condition, and no further than needed. */
function oldest(person: Sql, table: Sql, due: Sql, by: Sql, day: DigestDay, limit: number): Sql {
  return sql`(select ${person} as person_id from ${table}
          where ${person} is not null and ${due} and ${isUntold(person, day)} order by ${by} limit ${limit})`
}

/** In the morning this reads whatever is late; then `listed` says that nobody has to. Nobody has a list of themselves. */
function recruiters(day: DigestDay): Sql {
  const personOf = (recruiter: Sql) =>
    sql`(select p.id from employee e join person p on p.phone_hash = e.phone_hash where e.id = ${recruiter} and e.active)`
  return sql`select ${personOf(sql`job.recruiter_id`)} as person_id
        from (select distinct j.recruiter_id from application a join job j on j.id = a.job_id
          where not (select made from listed) and ${isDueToday(day)}
            and a.candidate_id is distinct from ${personOf(sql`j.recruiter_id`)}) as job`
}

/** Every list of this day is made: nobody has to look for late answers until the next one. */
export async function noteLists(db: Database, { date }: DigestDay): Promise<void> {
  await db.rows(sql`
    insert into lists_made (day) values (${date}::date)
    on conflict (only_row) do update set day = excluded.day where lists_made.day < excluded.day`)
}
