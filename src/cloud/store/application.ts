import sql from 'sql-template-tag'
import type { Decision } from '@/domain/attribution/decision'
import type { JobSide } from '@/domain/attribution/history'
import { nextWordAt } from '@/domain/notices/next-word'
import { POLICY } from '@/domain/policy'
import type { Context } from '../context'
import { callersAnswer, storeAnswer } from './answer'
import { HISTORY_JSON, historyCtes, type HistoryRow } from './attribution-history'
import { callerCte, type CallerRow } from './caller'
import { jobSideJson, takesReferrals } from './job'
import { aboutApplication, messageCtes, type Letter } from './message'
import { eventCtes, recruiterOf } from './stage-event'

export type SubmitFacts = {
  caller: CallerRow
  answer: { applicationId: string } | null
  job: ({ takesReferrals: boolean } & JobSide) | null
  /** The invitation applied through. */
  invitation: { referrerId: string; status: string; expired: boolean; mine: boolean } | null
  /** Null for a visitor, who may not apply. */
  history: HistoryRow | null
  active: boolean
  /** How many applications the caller has made: `insertApplication` compares it. */
  applications: number | null
  fileMine: boolean
}

export async function loadForSubmit(
  ctx: Context,
  ask: {
    requestId: string
    jobId: string
    invitationId: string | null
    token: string | null
    fileId: string | null
  },
): Promise<SubmitFacts> {
  return ctx.db.one<SubmitFacts>(sql`
    with ${callerCte(ctx)}, ${historyCtes(ctx, ask.token)}
    select (select to_jsonb(caller) from caller) as caller,
      ${callersAnswer('application.submit', ask.requestId)} as answer,
      (select jsonb_build_object('takesReferrals', ${takesReferrals(ctx.now)}) || ${jobSideJson(sql`j`)}
        from job j where j.id = ${ask.jobId}) as job,
      (select jsonb_build_object('referrerId', i.referrer_id, 'status', i.status, 'expired', i.expires_at <= ${ctx.now},
        'mine', i.candidate_id is not distinct from caller.id)
        from invitation i, caller where i.id = ${ask.invitationId}) as invitation,
      ${HISTORY_JSON} as history,
      -- A process that a recruiter moved on to another job is still the answer to the first application for this one.
      exists (select from earlier e where e.ended_at is null and (e.job_id = ${ask.jobId}
        or exists (select from attribution_event t where t.application_id = e.id and t.kind = 'transferred' and t.from_job = ${ask.jobId}))) as active,
      (select p.applications from person p, caller where p.id = caller.id) as applications,
      exists (select from file f, caller where f.id = ${ask.fileId} and f.owner_id = caller.id) as "fileMine"`)
}

export type NewApplication = {
  requestId: string
  id: string
  eventId: string
  candidateId: string
  jobId: string
  /** Of `SubmitFacts`. */
  applications: number
  /** The invitation applied through. */
  invitationId: string | null
  /** Whose endorsement is shown: that of who is credited, and of theirs the one applied through. */
  endorsedBy: string | null
  throughShareId: string | null
  credit: Decision
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
 * Writes application, first event, used invitations and answer in one statement. False when the candidate applied for
 * something else meanwhile, which this decision did not know of, or when the credited invitation was taken back; a
 * unique violation when the same request or another application for the job came first.
 */
export async function insertApplication(ctx: Context, made: NewApplication): Promise<boolean> {
  const { now } = ctx
  const { rule, invitationId, shareId, referrerId, policyVersion } = made.credit
  const { inserted } = await ctx.db.one<{ inserted: boolean }>(sql`
    with turn as (
      update person set applications = applications + 1
      where id = ${made.candidateId} and applications = ${made.applications} and phone_hash is not null
      returning id
    ), held as (
      select i.id from invitation i, turn
      where i.id in (${made.invitationId}::uuid, ${invitationId}::uuid) and i.status = 'accepted' for update of i
    ), used as (
      -- None without the credited one: it would be used up by an application that is not made.
      update invitation i set status = 'applied', changed_at = ${now} from held
      where i.id = held.id and (${rule !== 'accepted-first'}::boolean or exists (select from held where id = ${invitationId}::uuid))
      returning i.id, i.referrer_id
    ), used_told as (
      -- Whoever invited sees it, also where somebody else is credited: they get no message, which would tell them of that.
      insert into change (person_id, kind, subject_id, at) select referrer_id, 'invitation', id, ${now}::timestamptz from used
    ), made as (
      insert into application (id, candidate_id, job_id, share_id, invitation_id, referrer_id, owner_id, through_share_id, credit,
        policy_version, reward_plan_version, candidate_name, note, file_id, stage, stage_since, due_at, applied_at, protected_until, changed_at,
        word_at, candidate_word_at)
      select ${made.id}::uuid, turn.id, ${made.jobId}::uuid, ${shareId}::uuid, ${made.endorsedBy}::uuid,
        ${referrerId}::uuid, ${referrerId}::uuid, ${made.throughShareId}::uuid, ${JSON.stringify(made.credit)}::jsonb,
        ${policyVersion}::int, ${made.rewardPlanVersion}::int, ${made.name}, ${made.note}, ${made.fileId}::uuid, 'applied',
        ${now}::timestamptz, ${made.dueAt}::timestamptz, ${now}::timestamptz, ${made.protectedUntil}::timestamptz, ${now}::timestamptz,
        ${nextWordAt(now, POLICY)}::timestamptz, ${nextWordAt(now, POLICY)}::timestamptz
      from turn
      where ${rule !== 'accepted-first'}::boolean or exists (select from used where id = ${invitationId}::uuid)
      returning id, candidate_id, referrer_id, owner_id, job_id
    ), ${eventCtes({ id: made.eventId, gate: sql`made`, from: null, to: 'applied', round: 1, by: made.candidateId, now })},
    ${messageCtes(sql`made`, lettersOf(made), null, now)}, worded as (
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

/** The candidate gets a receipt, though they did it themselves: it says what happens next, and by when. */
function lettersOf({ eventId }: NewApplication): Letter[] {
  const applied = aboutApplication('applied', eventId)
  return [
    { ...applied, seat: 'candidate', to: sql`candidate_id` },
    { ...applied, seat: 'referrer', to: sql`owner_id` },
    { ...applied, seat: 'recruiter', to: recruiterOf(sql`job_id`) },
  ]
}
