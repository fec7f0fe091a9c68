import sql, { type Sql } from 'sql-template-tag'
import type { Context } from '../context'
import { callersAnswer, storeAnswer } from './answer'
import { callerCte, type CallerRow } from './caller'
import { iso } from './invitation'
import { aboutApplication, messageCtes, type Letter } from './message'
import { notPausedSince } from './stage-start'

export type NudgedProcess = {
  candidateId: string
  ownerId: string | null
  version: number
  dueAt: string | null
  endedAt: string | null
  pausedUntil: string | null
  /** The newest nudge about this stage: a nudge happens only on it. */
  nudgedAt: string | null
  /** Nudges about this stage. */
  nudges: number
  /** The owner's newest nudge about the referral, in whichever stage. */
  lastAt: string | null
  /** Persons who can be asked for an answer; null where there is none who may see the application. */
  recruiterId: string | null
  managerId: string | null
  /** The next recruiter in charge. */
  nextId: string | null
}

export type NudgeFacts = {
  caller: CallerRow
  answer: { at: string; escalated: boolean; from: string } | null
  process: NudgedProcess | null
}

export async function loadForNudge(ctx: Context, id: string, requestId: string): Promise<NudgeFacts> {
  return ctx.db.one<NudgeFacts>(sql`
    with ${callerCte(ctx)}
    select (select to_jsonb(caller) from caller) as caller, ${callersAnswer('referral.nudge', requestId)} as answer,
      (select jsonb_build_object('candidateId', a.candidate_id, 'ownerId', a.owner_id, 'version', a.version,
        'dueAt', ${iso(sql`a.due_at`)}, 'endedAt', ${iso(sql`a.ended_at`)}, 'pausedUntil', ${iso(sql`a.paused_until`)},
        'nudgedAt', ${iso(sql`a.nudged_at`)}, 'nudges', a.nudges, 'lastAt', ${iso(LAST_NUDGE)},
        'recruiterId', ${somebody(sql`e.id = j.recruiter_id`)},
        'managerId', ${somebody(sql`e.id = j.hiring_manager_id and e.id is distinct from j.recruiter_id`)},
        'nextId', ${somebody(sql`e.role in ('recruiter', 'admin') and e.id is distinct from j.recruiter_id`)})
        from application a join job j on j.id = a.job_id where a.id = ${id}) as process`)
}

/**
 * Sub-select: when the owner of the application `a` nudged last. What somebody did who owned it before is nothing to the
 * owner of now.
 */
export const LAST_NUDGE = sql`(select max(n.at) from nudge n where n.application_id = a.id and n.by_person = a.owner_id)`

/**
 * Sub-select: the person of an active employee for whom `condition` holds and who is no part of the application `a` as its
 * candidate or owner; of several the one with the lowest number.
 */
function somebody(condition: Sql): Sql {
  return sql`(select p.id from employee e join person p on p.phone_hash = e.phone_hash
          where e.active and ${condition} and p.id <> a.candidate_id and p.id is distinct from a.owner_id
          order by e.employee_number limit 1)`
}

export type Nudge = {
  requestId: string
  id: string
  nudgeId: string
  by: string
  /** As it was read: the nudge happens only on it. */
  seen: Pick<NudgedProcess, 'version' | 'dueAt' | 'pausedUntil' | 'nudgedAt'>
  recruiterId: string | null
  /** Who is told beside the recruiter. */
  beside: { seat: 'manager' | 'recruiter'; personId: string } | null
  reply: { at: string; escalated: boolean; from: string }
}

/**
 * Notes a nudge and tells whom it concerns, by compare-and-set: of many at once there is one. False when somebody
 * nudged, moved or paused it first, or the referral is not theirs any more.
 */
export async function nudge({ db, now }: Context, step: Nudge): Promise<boolean> {
  const { id, by, seen, beside } = step
  const letter = (event: Letter['event'], seat: Letter['seat'], personId: string): Letter => ({
    ...{ ...aboutApplication(event, step.nudgeId), seat, to: sql`${personId}::uuid` },
  })
  const letters = [
    ...(step.recruiterId === null ? [] : [letter('nudged', 'recruiter', step.recruiterId)]),
    ...(beside === null ? [] : [letter('escalated', beside.seat, beside.personId)]),
  ]
  const messages = letters.length === 0 ? sql`` : sql`, ${messageCtes(sql`nudged`, letters, by, now)}`
  const { done } = await db.one<{ done: boolean }>(sql`
    with nudged as (
      update application set nudged_at = ${now}::timestamptz, nudges = nudges + 1
      where id = ${id} and version = ${seen.version} and owner_id = ${by} and ended_at is null
        and due_at is not distinct from ${seen.dueAt}::timestamptz and ${notPausedSince(seen.pausedUntil)}
        and nudged_at is not distinct from ${seen.nudgedAt}::timestamptz
      returning id, candidate_id, referrer_id, owner_id, job_id
    ), noted as (
      insert into nudge (id, application_id, by_person, at, escalated)
      select ${step.nudgeId}::uuid, id, ${by}::uuid, ${now}::timestamptz, ${beside !== null}::boolean from nudged
    ), told as (
      -- Not the candidate, nor a colleague who owned it before: they see no nudges.
      insert into change (person_id, kind, subject_id, at)
      select distinct person_id, 'application', id, ${now}::timestamptz
      from nudged, unnest(${[by, step.recruiterId, beside?.personId ?? null]}::uuid[]) as person_id where person_id is not null
    )${messages},
    answered as (${storeAnswer({
      ...{ actor: by, requestId: step.requestId, call: 'referral.nudge', reply: step.reply },
      ...{ now, gate: sql`nudged` },
    })})
    select exists (select from nudged) as done`)
  return done
}
