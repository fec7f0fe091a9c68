import sql, { type Sql } from 'sql-template-tag'
import type { Context } from '../context'
import { callersAnswer, storeAnswer } from './answer'
import { callerCte, type CallerRow } from './caller'
import { aboutApplication, messageCtes } from './message'
import { recruiterOf } from './stage-event'

export type ObjectionFacts = {
  caller: CallerRow
  answer: { at: string } | null
  /** Null when the caller has no part in it. `invitationId` only while it has led to no application of theirs. */
  referral: { applicationId: string | null; invitationId: string | null; objected: boolean } | null
}

type Asked = { kind: 'invitation' | 'application'; id: string; requestId: string }

export async function loadForObjection(ctx: Context, ask: Asked): Promise<ObjectionFacts> {
  return ctx.db.one<ObjectionFacts>(sql`
    with ${callerCte(ctx)}, referral as (${REFERRAL[ask.kind](ask.id)})
    select (select to_jsonb(caller) from caller) as caller,
      ${callersAnswer('referral.object', ask.requestId)} as answer,
      (select jsonb_build_object('applicationId', application_id,
        'invitationId', case when application_id is null then invitation_id end,
        'objected', ${hasObjected(sql`caller.id`, sql`referral.application_id`, sql`referral.invitation_id`)})
        from referral, caller) as referral`)
}

/** As (application_id, invitation_id): an invitation that led to an application of theirs is that application. */
const REFERRAL: Record<Asked['kind'], (id: string) => Sql> = {
  application: (id) => sql`select a.id as application_id, null::uuid as invitation_id
      from application a, caller where a.id = ${id} and caller.id in (a.owner_id, a.referrer_id)`,
  invitation: (id) => sql`select (select a.id from application a
        where a.candidate_id = i.candidate_id and a.applied_at >= i.answered_at and caller.id in (a.owner_id, a.referrer_id)
        order by a.applied_at, a.id limit 1) as application_id, i.id as invitation_id
      from invitation i, caller where i.id = ${id} and i.referrer_id = caller.id`,
}

/** Once per referral, whether it was an invitation then or is an application now. The columns have to be qualified. */
export function hasObjected(personId: Sql, applicationId: Sql, invitationId: Sql): Sql {
  return sql`exists (select from attribution_event said where said.kind = 'objected' and said.by_person = ${personId}
    and (said.application_id = ${applicationId} or said.invitation_id = ${invitationId} or said.invitation_id in (
      select own.id from application led_to join invitation own on own.candidate_id = led_to.candidate_id
      where led_to.id = ${applicationId} and own.referrer_id = ${personId} and own.answered_at <= led_to.applied_at)))`
}

/** Keeps the objection and tells the recruiter. A unique violation when the same colleague objected meanwhile. */
export async function insertObjection(
  ctx: Context,
  objection: Asked & {
    eventId: string
    by: string
    applicationId: string | null
    invitationId: string | null
    words: string
  },
): Promise<void> {
  const { now } = ctx
  const { eventId, by, applicationId, invitationId } = objection
  await ctx.db.rows(sql`
    with gate as (select 1 as open), objected as (
      insert into attribution_event (id, application_id, invitation_id, kind, by_person, owner_id, at)
      values (${eventId}, ${applicationId}, ${invitationId}, 'objected', ${by},
        (select owner_id from application where id = ${applicationId}), ${now})
    ), words as (
      insert into attribution_text (event_id, words) values (${eventId}, ${objection.words})
    ), concerned as (
      select a.id, a.candidate_id, ${recruiterOf(sql`a.job_id`)} as recruiter_id from application a
      where a.id = ${applicationId}::uuid
        or a.candidate_id = (select candidate_id from invitation where id = ${invitationId}::uuid)
    ), told as (
      insert into change (person_id, kind, subject_id, at)
      select ${by}::uuid, ${objection.kind}, ${objection.id}::uuid, ${now}::timestamptz
      union all select recruiter_id, 'application', id, ${now}::timestamptz from concerned where recruiter_id is not null
    ), ${messageCtes(
      sql`concerned`,
      [
        {
          ...aboutApplication('source-objected', eventId),
          ...{ seat: 'recruiter', to: sql`recruiter_id` },
          // Who else referred them is nothing to a candidate, who may be a recruiter too.
          where: sql`recruiter_id is distinct from candidate_id`,
        },
      ],
      by,
      now,
    )}, answered as (${storeAnswer({
      actor: by,
      requestId: objection.requestId,
      call: 'referral.object',
      reply: { at: now.toISOString() },
      now,
      gate: sql`gate`,
    })})
    select 1`)
}
