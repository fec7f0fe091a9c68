import sql, { empty, type Sql } from 'sql-template-tag'
import {
  isDueToday,
  isExpired,
  isLapsed,
  isNewlyLate,
  isProtectionEnding,
  isSilent,
  isSilentForCandidate,
  isUnanswered,
  type DigestDay,
} from './due'

/**
 * CTEs `owned`, `own` and `sent`: the rows of which the people of the CTE `who` (person_id, employee_id, weekly) are due to
 * be told as their owner, candidate and referrer. Locked, because they are put off afterwards; `tells` is false where
 * there is nobody to be told, or nothing any more. `busy`: people of whose rows somebody else is changing one.
 */
export function rowsCtes(day: DigestDay): Sql {
  return sql`owned as materialized (
      select a.id, who.person_id, a.stage, a.round, a.stage_since, a.due_at, a.protected_until,
        coalesce(${isNewlyLate(day)}, false) as late, coalesce(${isSilent(day)}, false) as silent,
        coalesce(${isLapsed(day)}, false) as lapsed, ${isProtectionEnding(day)} as ending,
        who.employee_id is not null and (a.ended_at is null or a.protected_until > ${day.now} or coalesce(${isLapsed(day)}, false)) as tells
      from who join application a on a.owner_id = who.person_id
      where ${isDueToOwner(day)}
      for no key update of a skip locked
    ), own as materialized (
      select a.id, who.person_id, a.stage, a.round, a.stage_since, a.due_at, who.weekly as tells
      from who join application a on a.candidate_id = who.person_id
      where ${isSilentForCandidate(day)}
      for no key update of a skip locked
    ), sent as materialized (
      select i.id, who.person_id, i.status, i.sent_at,
        who.employee_id is not null and (i.status = 'expired' or i.expires_at > ${day.now}) and not ${isAnsweredByApplying} as tells
      from who join invitation i on i.referrer_id = who.person_id
      where ${isDueToReferrer(day)}
      for no key update of i skip locked
    ), busy as materialized (
      -- Counted one by one, along an index: joined, it would read all applications.
      select who.person_id from who where
        (select count(*) from application a where a.owner_id = who.person_id and (${isDueToOwner(day)}))
          > (select count(*) from owned where owned.person_id = who.person_id)
        or (select count(*) from application a where a.candidate_id = who.person_id and ${isSilentForCandidate(day)})
          > (select count(*) from own where own.person_id = who.person_id)
        or (select count(*) from invitation i where i.referrer_id = who.person_id and (${isDueToReferrer(day)}))
          > (select count(*) from sent where sent.person_id = who.person_id)
    )`
}

const isDueToOwner = (day: DigestDay): Sql =>
  sql`${isNewlyLate(day)} or ${isSilent(day)} or ${isLapsed(day)} or ${isProtectionEnding(day)}`

/**
 * The candidate has applied for its job since they accepted, for a general one for any, through something else: that they
 * have not applied yet would not be true. A process that was moved on to another job is one for this job too.
 */
const isAnsweredByApplying: Sql = sql`(i.status = 'accepted' and exists (
          select from application x where x.candidate_id = i.candidate_id and x.applied_at >= i.answered_at
            and (i.job_id is null or x.job_id = i.job_id or exists (select from attribution_event t
              where t.application_id = x.id and t.kind = 'transferred' and t.from_job = i.job_id))))`

const isDueToReferrer = (day: DigestDay): Sql => sql`${isUnanswered(day)} or ${isExpired(day)}`

/**
 * The lines of digests, one for a record and seat. `rank`: late answers first, nudged ones before all; then what somebody
 * can do something about. Of an invitation the status stands for the stage. `lists`: also what recruiters have to answer.
 */
export function lines(day: DigestDay, lists: boolean): Sql {
  return sql`select person_id, 'referrer' as seat, 'application' as subject_kind, id as subject_id,
        case when late then 'late' when silent then 'still' when lapsed then 'lapsed' else 'protection-ending' end as kind,
        case when late then 3 when silent then 7 when lapsed then 6 else 5 end as rank,
        stage, round, stage_since as since, case when late or silent then due_at else protected_until end as due_at
      from owned where tells
      union all select person_id, 'referrer', 'invitation', id,
        case when status = 'expired' then 'invitation-expired' else 'unanswered' end,
        case when status = 'expired' then 8 else 4 end, status, null, sent_at, null
      from sent where tells
      union all select person_id, 'candidate', 'application', id, 'still', 9, stage, round, stage_since, due_at
      from own where tells${lists ? listed(day) : empty}`
}

function listed(day: DigestDay): Sql {
  return sql`
      union all select who.person_id, 'recruiter', 'application', a.id,
        case when a.due_at <= ${day.cut} then 'late' else 'due-today' end,
        case when a.due_at > ${day.cut} then 2 when a.nudged_at is null then 1 else 0 end,
        a.stage, a.round, a.stage_since, a.due_at
      from who join job j on j.recruiter_id = who.employee_id join application a on a.job_id = j.id
      where ${isDueToday(day)} and a.candidate_id <> who.person_id`
}
