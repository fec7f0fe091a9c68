import sql, { type Sql } from 'sql-template-tag'

/**
 * CTEs `happened` (the stage event) and `told` (whom it concerns, see `concerned`, and who did it), for the application
 * that the CTE `gate` returns as (id, candidate_id, referrer_id, owner_id, job_id).
 */
export function eventCtes(event: {
  id: string
  gate: Sql
  from: string | null
  to: string
  round: number
  by: string
  /** Others whom it concerns, such as the owner who is none any more. */
  also?: readonly (string | null)[]
  now: Date
}): Sql {
  return sql`happened as (
      insert into stage_event (id, application_id, from_stage, to_stage, round, by_person, at)
      select ${event.id}::uuid, id, ${event.from}, ${event.to}, ${event.round}::int, ${event.by}::uuid, ${event.now}::timestamptz from ${event.gate}
    ), told as (${tell(event.gate, [event.by, ...(event.also ?? [])], event.now)})`
}

/**
 * Statement that tells everybody whom an application concerns: its candidate, its owner, the colleague it was credited
 * to when it came (who may have been told otherwise since), the job's recruiter, and `also`.
 * `gate` returns (id, candidate_id, referrer_id, owner_id, job_id).
 */
export function tell(gate: Sql, also: readonly (string | null)[], now: Date): Sql {
  return sql`insert into change (person_id, kind, subject_id, at)
      select distinct person_id, 'application', id, ${now}::timestamptz
      from ${gate}, unnest(array[candidate_id, referrer_id, owner_id, ${recruiterOf(sql`job_id`)}] || ${[...also]}::uuid[]) as person_id
      where person_id is not null`
}

/** Sub-select: the person of a job's recruiter; null while they have proved no number. */
export function recruiterOf(jobColumn: Sql): Sql {
  return sql`(select p.id from job j join employee e on e.id = j.recruiter_id join person p on p.phone_hash = e.phone_hash
          where j.id = ${jobColumn})`
}
