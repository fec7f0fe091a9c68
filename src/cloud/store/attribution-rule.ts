import sql, { type Sql } from 'sql-template-tag'
import type { JobSide, Referrer } from '@/domain/attribution/history'
import type { Context } from '../context'
import { callersAnswer, storeAnswer } from './answer'
import { attributionCtes, notAttributedSince } from './attribution-event'
import { relativesJson } from './attribution-history'
import { colleagueJson } from './attribution-open'
import { callerCte, type CallerRow } from './caller'
import { iso } from './invitation'
import { jobSideJson } from './job'
import { tell } from './stage-event'

type Colleague = { name: string; department: string }

export type RulingFacts = {
  caller: CallerRow
  answer: { owner: Colleague | null } | null
  process: {
    candidateId: string
    referrerId: string | null
    ownerId: string | null
    owner: Colleague | null
    attributedAt: string | null
    job: JobSide
    relatives: string[]
  } | null
  /** The colleague who is named; `personId` is null while they have proved no number. */
  named: (Referrer & Colleague & { personId: string | null }) | null
}

export async function loadForRuling(
  ctx: Context,
  ask: { id: string; requestId: string; employeeId: string | null },
): Promise<RulingFacts> {
  return ctx.db.one<RulingFacts>(sql`
    with ${callerCte(ctx)}
    select (select to_jsonb(caller) from caller) as caller,
      ${callersAnswer('application.ruleSource', ask.requestId)} as answer,
      (select jsonb_build_object('candidateId', a.candidate_id, 'referrerId', a.referrer_id, 'ownerId', a.owner_id,
        'owner', ${colleagueJson(sql`a.owner_id`)}, 'attributedAt', ${iso(sql`a.attributed_at`)}, 'job', ${jobSideJson(sql`j`)},
        'relatives', ${relativesJson(sql`c.id`, sql`c.phone_hash`)})
        from application a join person c on c.id = a.candidate_id join job j on j.id = a.job_id where a.id = ${ask.id}) as process,
      (select jsonb_build_object('personId', p.id, 'active', e.active, 'intern', e.intern, 'name', e.name, 'department', e.department)
        from employee e left join person p on p.phone_hash = e.phone_hash where e.id = ${ask.employeeId}) as named`)
}

/**
 * Sets the owner and writes event, reason and answer; everybody concerned is told, also who objected. The frozen source
 * stays. False when somebody decided meanwhile.
 */
export async function rule(
  ctx: Context,
  ruling: {
    requestId: string
    eventId: string
    id: string
    by: string
    at: Date
    attributedAt: string | null
    ownerId: string | null
    formerOwnerId: string | null
    reason: string
    reply: { owner: Colleague | null }
  },
): Promise<boolean> {
  const { now } = ctx
  const { ruled } = await ctx.db.one<{ ruled: boolean }>(sql`
    with ruled as (
      update application set owner_id = ${ruling.ownerId}, attributed_at = ${ruling.at}, changed_at = ${now}
      where id = ${ruling.id} and ${notAttributedSince(ruling.attributedAt)}
      returning id, candidate_id, referrer_id, owner_id, job_id
    ), ${attributionCtes(sql`ruled`, { id: ruling.eventId, kind: 'ruled', by: ruling.by, at: ruling.at, words: ruling.reason })},
    told as (${tell(sql`ruled`, [ruling.by, ruling.formerOwnerId], now)}),
    told_objectors as (${tellObjectors(now)}),
    answered as (${storeAnswer({
      actor: ruling.by,
      requestId: ruling.requestId,
      call: 'application.ruleSource',
      reply: ruling.reply,
      now,
      gate: sql`ruled`,
    })})
    select exists (select from ruled) as ruled`)
  return ruled
}

/** Whose objection about an invitation is answered by it: their invitation is what they see. */
function tellObjectors(now: Date): Sql {
  return sql`insert into change (person_id, kind, subject_id, at)
      select distinct e.by_person, 'invitation', i.id, ${now}::timestamptz
      from ruled join invitation i on i.candidate_id = ruled.candidate_id
      join attribution_event e on e.invitation_id = i.id and e.kind = 'objected'`
}
