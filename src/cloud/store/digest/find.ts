import sql from 'sql-template-tag'
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
  todaysDigest,
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
 * Some of the people of whom something is due to be told, and who have had no digest today. Whether each is told is
 * decided when it is made.
 */
export async function findDuePeople(db: Database, day: DigestDay, limit: number): Promise<DuePeople> {
  return db.one<DuePeople>(sql`
    with due as (
      select p.id as person_id, true as recruits
        from application a join job j on j.id = a.job_id join employee e on e.id = j.recruiter_id and e.active
          join person p on p.phone_hash = e.phone_hash
        where not exists (select from lists_made where day >= ${day.date}::date) and ${isDueToday(day)}
      union all select owner_id, false from application a where owner_id is not null and ${isSilent(day)}
      union all select candidate_id, false from application a where ${isSilentForCandidate(day)}
      union all select owner_id, false from application a where owner_id is not null and ${isNewlyLate(day)}
      union all select owner_id, false from application a where owner_id is not null and ${isProtectionEnding(day)}
      union all select owner_id, false from application a where owner_id is not null and ${isLapsed(day)}
      union all select referrer_id, false from invitation i where ${isUnanswered(day)}
      union all select referrer_id, false from invitation i where ${isExpired(day)}
    ), ordered as (
      -- "offset 0": looked up one after the other until there are enough, not for everybody.
      select person_id, bool_or(recruits) as recruits from due group by person_id
      order by bool_or(recruits) desc, person_id offset 0
    ), found as (
      select person_id, recruits from ordered where ${todaysDigest(sql`person_id`, day)} is null limit ${limit}
    )
    select coalesce(array_agg(person_id), '{}') as ids, count(*) filter (where recruits) as recruiters,
      exists (select from lists_made where day >= ${day.date}::date) as listed from found`)
}

/** Every list of this day is made: nobody has to look for late answers until the next one. */
export async function noteLists(db: Database, { date }: DigestDay): Promise<void> {
  await db.rows(sql`
    insert into lists_made (day) values (${date}::date)
    on conflict (only_row) do update set day = excluded.day where lists_made.day < excluded.day`)
}
