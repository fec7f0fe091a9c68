import sql, { type Sql } from 'sql-template-tag'
import type { Credit } from '@/domain/credit'
import type { Context } from '../context'
import { callersAnswer, storeAnswer } from './answer'
import { callerCte, type CallerRow } from './caller'
import { iso } from './invitation'
import { personOfEmployee, takesReferrals } from './job'

export type SubmitFacts = {
  caller: CallerRow
  answer: { applicationId: string } | null
  job: { takesReferrals: boolean; recruiterId: string | null; hiringManagerId: string | null } | null
  /** The invitation applied through, when it is addressed to the caller. */
  through: { id: string; status: string; jobId: string | null; expired: boolean; mine: boolean } | null
  /** Every invitation the caller has accepted that is still open and fits this job. */
  accepted: {
    invitationId: string
    shareId: string
    referrerId: string
    acceptedAt: string
    employee: { intern: boolean; active: boolean } | null
  }[]
  active: boolean
  fileMine: boolean
}

export async function loadForSubmit(
  ctx: Context,
  ask: { requestId: string; jobId: string; invitationId: string | null; fileId: string | null },
): Promise<SubmitFacts> {
  return ctx.db.one<SubmitFacts>(sql`
    with ${callerCte(ctx)}
    select (select to_jsonb(caller) from caller) as caller,
      ${callersAnswer('application.submit', ask.requestId)} as answer,
      (select jsonb_build_object('takesReferrals', ${takesReferrals(ctx.now)},
        'recruiterId', ${personOfEmployee(sql`j.recruiter_id`)}, 'hiringManagerId', ${personOfEmployee(sql`j.hiring_manager_id`)})
        from job j where j.id = ${ask.jobId}) as job,
      (select jsonb_build_object('id', i.id, 'status', i.status, 'jobId', i.job_id, 'expired', i.expires_at <= ${ctx.now},
        'mine', i.candidate_id is not distinct from caller.id)
        from invitation i, caller where i.id = ${ask.invitationId}) as through,
      (select coalesce(jsonb_agg(jsonb_build_object('invitationId', i.id, 'shareId', i.share_id, 'referrerId', i.referrer_id,
        'acceptedAt', ${iso(sql`i.answered_at`)},
        'employee', (select jsonb_build_object('intern', e.intern, 'active', e.active)
          from person p join employee e on e.phone_hash = p.phone_hash where p.id = i.referrer_id))), '[]')
        from invitation i, caller
        where i.candidate_id = caller.id and i.status = 'accepted' and i.expires_at > ${ctx.now}
          and (i.job_id is null or i.job_id = ${ask.jobId} or i.id = ${ask.invitationId})) as accepted,
      exists (select from application a, caller where a.candidate_id = caller.id and a.job_id = ${ask.jobId} and a.ended_at is null) as active,
      exists (select from file f, caller where f.id = ${ask.fileId} and f.owner_id = caller.id) as "fileMine"`)
}

export type NewApplication = {
  requestId: string
  id: string
  eventId: string
  candidateId: string
  jobId: string
  invitationId: string | null
  credit: Credit
  policyVersion: number
  rewardPlanVersion: number
  name: string
  note: string | null
  fileId: string | null
  dueAt: Date | null
  protectedUntil: Date
  candidateText: string
  referrerText: string
}

/**
 * Writes application, first event, used invitations and answer in one statement. False when the credited invitation was
 * taken back meanwhile; a unique violation when the same request or another application for the job came first.
 */
export async function insertApplication(ctx: Context, made: NewApplication): Promise<boolean> {
  const { now } = ctx
  const credited = made.credit.rule === 'nobody' ? null : made.credit
  const { inserted } = await ctx.db.one<{ inserted: boolean }>(sql`
    with used as (
      update invitation set status = 'applied', changed_at = ${now}
      where id in (${made.invitationId}::uuid, ${credited?.invitationId ?? null}::uuid) and status = 'accepted'
      returning id
    ), made as (
      insert into application (id, candidate_id, job_id, share_id, invitation_id, referrer_id, credit, policy_version, reward_plan_version,
        candidate_name, note, file_id, stage, stage_since, due_at, applied_at, protected_until, changed_at)
      select ${made.id}::uuid, ${made.candidateId}::uuid, ${made.jobId}::uuid, ${credited?.shareId ?? null}::uuid,
        ${credited?.invitationId ?? made.invitationId}::uuid, ${credited?.referrerId ?? null}::uuid,
        ${JSON.stringify(made.credit)}::jsonb, ${made.policyVersion}::int, ${made.rewardPlanVersion}::int, ${made.name}, ${made.note},
        ${made.fileId}::uuid, 'applied', ${now}::timestamptz, ${made.dueAt}::timestamptz, ${now}::timestamptz,
        ${made.protectedUntil}::timestamptz, ${now}::timestamptz
      where ${credited === null}::boolean or exists (select from used where id = ${credited?.invitationId ?? null}::uuid)
      returning id, candidate_id, referrer_id, job_id
    ), ${eventCtes({ id: made.eventId, gate: sql`made`, from: null, to: 'applied', round: 1, by: made.candidateId, now })},
    worded as (
      insert into stage_text (event_id, candidate_text, referrer_text)
      select ${made.eventId}::uuid, ${made.candidateText}, ${made.referrerText} from made
    ), answered as (${storeAnswer({
      actor: made.candidateId,
      requestId: made.requestId,
      call: 'application.submit',
      reply: { applicationId: made.id },
      now,
      gate: sql`made`,
    })})
    select exists (select from made) as inserted`)
  return inserted
}

/**
 * CTEs `happened` (the stage event) and `told` (whom it concerns: candidate, referrer, the job's recruiter, who did it),
 * for the application that the CTE `gate` returns as (id, candidate_id, referrer_id, job_id).
 */
export function eventCtes(event: {
  id: string
  gate: Sql
  from: string | null
  to: string
  round: number
  by: string
  now: Date
}): Sql {
  return sql`happened as (
      insert into stage_event (id, application_id, from_stage, to_stage, round, by_person, at)
      select ${event.id}::uuid, id, ${event.from}, ${event.to}, ${event.round}::int, ${event.by}::uuid, ${event.now}::timestamptz from ${event.gate}
    ), told as (
      insert into change (person_id, kind, subject_id, at)
      select distinct person_id, 'application', id, ${event.now}::timestamptz
      from ${event.gate}, unnest(array[candidate_id, referrer_id, ${event.by}::uuid,
        (select p.id from job j join employee e on e.id = j.recruiter_id join person p on p.phone_hash = e.phone_hash
          where j.id = job_id)]) as person_id
      where person_id is not null
    )`
}
