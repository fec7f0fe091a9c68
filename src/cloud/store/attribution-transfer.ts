import sql from 'sql-template-tag'
import type { JobSide, People } from '@/domain/attribution/history'
import type { Stage } from '@/domain/stages'
import type { Context } from '../context'
import { callersAnswer, storeAnswer } from './answer'
import { attributionCtes, notAttributedSince } from './attribution-event'
import { peopleJson, relativesJson } from './attribution-history'
import { callerCte, type CallerRow } from './caller'
import { iso } from './invitation'
import { jobSideJson, takesReferrals } from './job'
import { aboutApplication, messageCtes, type Letter } from './message'
import { eventCtes, recruiterOf } from './stage-event'
import { endPauses, notPausedSince, startOfStage } from './stage-start'

export type TransferFacts = {
  caller: CallerRow
  answer: { stage: Stage; version: number } | null
  process: {
    candidateId: string
    referrerId: string | null
    ownerId: string | null
    attributedAt: string | null
    jobId: string
    recruiterId: string | null
    stage: Stage
    version: number
    pausedUntil: string | null
    /** What the roster says of the owner. */
    people: People
    relatives: string[]
  } | null
  job: ({ takesReferrals: boolean } & JobSide) | null
  /** The candidate has an active application for the new job. */
  active: boolean
}

export async function loadForTransfer(
  ctx: Context,
  ask: { id: string; requestId: string; jobId: string },
): Promise<TransferFacts> {
  return ctx.db.one<TransferFacts>(sql`
    with ${callerCte(ctx)}, moving as (select * from application where id = ${ask.id})
    select (select to_jsonb(caller) from caller) as caller,
      ${callersAnswer('application.transfer', ask.requestId)} as answer,
      (select jsonb_build_object('candidateId', a.candidate_id, 'referrerId', a.referrer_id, 'ownerId', a.owner_id,
        'attributedAt', ${iso(sql`a.attributed_at`)}, 'jobId', a.job_id, 'recruiterId', ${recruiterOf(sql`a.job_id`)},
        'stage', a.stage, 'version', a.version, 'pausedUntil', ${iso(sql`a.paused_until`)}, 'people', ${peopleJson(sql`a.owner_id`)},
        'relatives', ${relativesJson(sql`c.id`, sql`c.phone_hash`)})
        from moving a join person c on c.id = a.candidate_id) as process,
      (select jsonb_build_object('takesReferrals', ${takesReferrals(ctx.now)}) || ${jobSideJson(sql`j`)}
        from job j where j.id = ${ask.jobId}) as job,
      exists (select from moving join application other on other.candidate_id = moving.candidate_id
        where other.id <> moving.id and other.job_id = ${ask.jobId} and other.ended_at is null) as active`)
}

export type Transfer = {
  requestId: string
  id: string
  /** The version that was seen; the transfer happens only on it. */
  version: number
  pausedUntil: string | null
  attributedAt: string | null
  at: Date
  fromJob: string
  toJob: string
  from: Stage
  to: Stage
  dueAt: Date | null
  ownerId: string | null
  formerOwnerId: string | null
  /** Told besides those whom the application concerns from now on: the former owner, the former job's recruiter. */
  also: readonly (string | null)[]
  by: string
  stageEventId: string
  eventId: string
  candidateText: string
  referrerText: string
  reason: string | null
  reply: { stage: Stage; version: number }
}

/**
 * Moves an application to another job by compare-and-set and writes both events, texts and answer with it. False when
 * somebody moved or paused it or decided about its owner first; a unique violation of `application_once` when the candidate
 * applied for that job meanwhile.
 */
export async function transfer(ctx: Context, step: Transfer): Promise<boolean> {
  const { now } = ctx
  const { moved } = await ctx.db.one<{ moved: boolean }>(sql`
    with moved as (
      update application set job_id = ${step.toJob}, stage = ${step.to}, round = 1, version = version + 1, stage_since = ${now},
        due_at = ${step.dueAt}, owner_id = ${step.ownerId}, attributed_at = ${step.at}, changed_at = ${now},
        ${startOfStage(now, true)}
      where id = ${step.id} and version = ${step.version} and ${notAttributedSince(step.attributedAt)}
        and ${notPausedSince(step.pausedUntil)}
      returning id, candidate_id, referrer_id, owner_id, job_id, ${step.fromJob}::uuid as from_job, job_id as to_job
    ), ${endPauses(sql`moved`, now)}, ${eventCtes({
      ...{
        id: step.stageEventId,
        gate: sql`moved`,
        from: step.from,
        to: step.to,
        round: 1,
        by: step.by,
        now,
      },
      also: step.also,
    })}, ${messageCtes(sql`moved`, lettersOf(step), step.by, now)}, worded as (
      insert into stage_text (event_id, candidate_text, referrer_text, reason)
      select ${step.stageEventId}::uuid, ${step.candidateText}, ${step.referrerText}, ${step.reason} from moved
    ), ${attributionCtes(
      sql`moved`,
      { id: step.eventId, kind: 'transferred', by: step.by, at: step.at, words: step.reason },
      { jobs: true },
    )}, answered as (${storeAnswer({
      actor: step.by,
      requestId: step.requestId,
      call: 'application.transfer',
      reply: step.reply,
      now,
      gate: sql`moved`,
    })})
    select exists (select from moved) as moved`)
  return moved
}

/** Also whoever may not own it in the new job, in words of their own. */
function lettersOf({ stageEventId, eventId, ownerId, formerOwnerId }: Transfer): Letter[] {
  const moved = aboutApplication('job-changed', stageEventId)
  const letters: Letter[] = [
    { ...moved, seat: 'candidate', to: sql`candidate_id` },
    { ...moved, seat: 'referrer', to: sql`owner_id` },
    { ...moved, seat: 'recruiter', to: recruiterOf(sql`job_id`) },
  ]
  if (formerOwnerId === ownerId) return letters
  const lost = aboutApplication('owner-changed', eventId)
  return [...letters, { ...lost, seat: 'referrer', to: sql`${formerOwnerId}::uuid` }]
}
