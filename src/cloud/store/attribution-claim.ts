import sql, { type Sql } from 'sql-template-tag'
import type { Context } from '../context'
import { callersAnswer, storeAnswer } from './answer'
import { attributionCtes, notAttributedSince } from './attribution-event'
import { callerCte, type CallerRow } from './caller'
import { iso } from './invitation'
import { aboutApplication, messageCtes, type Letter } from './message'
import { recruiterOf } from './stage-event'

export type ClaimFacts = {
  caller: CallerRow
  answer: { at: string } | null
  process: {
    candidateId: string
    referrerId: string | null
    ownerId: string | null
    attributedAt: string | null
    version: number
    /** What the candidate said before waits for a decision. */
    claimed: boolean
  } | null
}

export async function loadForClaim(ctx: Context, id: string, requestId: string): Promise<ClaimFacts> {
  return ctx.db.one<ClaimFacts>(sql`
    with ${callerCte(ctx)}
    select (select to_jsonb(caller) from caller) as caller,
      ${callersAnswer('application.claimSource', requestId)} as answer,
      (select jsonb_build_object('candidateId', a.candidate_id, 'referrerId', a.referrer_id, 'ownerId', a.owner_id,
        'attributedAt', ${iso(sql`a.attributed_at`)}, 'version', a.version, 'claimed', ${hasOpenClaim(sql`a.id`)})
        from application a where a.id = ${id}) as process`)
}

/** The candidate has said that it was somebody else, and nobody has decided since. */
export function hasOpenClaim(applicationId: Sql): Sql {
  return sql`exists (select from attribution_event e where e.application_id = ${applicationId} and e.kind = 'claimed'
    and not exists (select from attribution_event r where r.application_id = e.application_id and r.kind = 'ruled' and r.at > e.at))`
}

/**
 * Keeps what the candidate says, and tells the recruiter: the referrer is not told. False when somebody claimed, decided
 * or moved the application meanwhile.
 */
export async function insertClaim(
  ctx: Context,
  claim: {
    requestId: string
    eventId: string
    id: string
    by: string
    at: Date
    attributedAt: string | null
    /** The version that was seen: nothing is kept of somebody who was erased meanwhile. */
    version: number
    words: string
  },
): Promise<boolean> {
  const toRecruiter: Letter = {
    ...{
      ...aboutApplication('source-claimed', claim.eventId),
      seat: 'recruiter',
      to: recruiterOf(sql`job_id`),
    },
  }
  const { claimed } = await ctx.db.one<{ claimed: boolean }>(sql`
    with claimed as (
      update application set attributed_at = ${claim.at} where id = ${claim.id} and version = ${claim.version}
        and ${notAttributedSince(claim.attributedAt)}
      returning id, candidate_id, owner_id, job_id
    ), ${attributionCtes(sql`claimed`, { id: claim.eventId, kind: 'claimed', by: claim.by, at: claim.at, words: claim.words })},
    told as (
      insert into change (person_id, kind, subject_id, at)
      select distinct person_id, 'application', id, ${ctx.now}::timestamptz
      from claimed, unnest(array[candidate_id, ${recruiterOf(sql`job_id`)}]) as person_id where person_id is not null
    ), ${messageCtes(sql`claimed`, [toRecruiter], claim.by, ctx.now)}, answered as (${storeAnswer({
      actor: claim.by,
      requestId: claim.requestId,
      call: 'application.claimSource',
      reply: { at: claim.at.toISOString() },
      now: ctx.now,
      gate: sql`claimed`,
    })})
    select exists (select from claimed) as claimed`)
  return claimed
}
