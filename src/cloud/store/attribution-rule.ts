import sql, { type Sql } from 'sql-template-tag'
import type { JobSide, Referrer } from '@/domain/attribution/history'
import { nextWordAt } from '@/domain/notices/next-word'
import { POLICY } from '@/domain/policy'
import type { Context } from '../context'
import { callersAnswer, storeAnswer } from './answer'
import { attributionCtes, notAttributedSince } from './attribution-event'
import { relativesJson } from './attribution-history'
import { colleagueJson } from './attribution-open'
import { callerCte, type CallerRow } from './caller'
import { iso } from './invitation'
import { jobSideJson } from './job'
import { aboutApplication, messageCtes, type Letter } from './message'
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
  const changes = ruling.ownerId !== ruling.formerOwnerId
  const { ruled } = await ctx.db.one<{ ruled: boolean }>(sql`
    with ruled as (
      update application set owner_id = ${ruling.ownerId}, attributed_at = ${ruling.at}, changed_at = ${now},
        word_at = ${changes ? sql`case when ended_at is null then ${nextWordAt(now, POLICY)}::timestamptz end` : sql`word_at`}
      where id = ${ruling.id} and ${notAttributedSince(ruling.attributedAt)}
      returning id, candidate_id, referrer_id, owner_id, job_id
    ), ${attributionCtes(sql`ruled`, { id: ruling.eventId, kind: 'ruled', by: ruling.by, at: ruling.at, words: ruling.reason })},
    told as (${tell(sql`ruled`, [ruling.by, ruling.formerOwnerId], now)}),
    told_objectors as (${tellObjectors(now)}), ${CONCERNED},
    ${messageCtes(sql`concerned`, lettersOf(ruling, changes), ruling.by, now)},
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

/**
 * CTE `concerned`: whom the decision concerns, by `part`. `subject_kind` and `subject_id`: what they see of it. An objection
 * is answered by the first decision after it, about whichever application of the candidate.
 */
const CONCERNED = sql`decided as (
      select r.at, r.application_id from attribution_event r join application a on a.id = r.application_id
      where r.kind = 'ruled' and a.candidate_id = (select candidate_id from ruled)
    ), concerned as (
      select 'candidate' as part, candidate_id as person_id, 'application' as subject_kind, id as subject_id,
        exists (select from attribution_event e where e.application_id = ruled.id and e.kind = 'claimed'
          and not exists (select from decided where decided.application_id = ruled.id and decided.at > e.at)) as asked
        from ruled
      union all select 'owner', owner_id, 'application', id, false from ruled
      union all select 'former', null, 'application', id, false from ruled
      union all (
        select distinct on (e.by_person) 'objector', e.by_person, case when e.application_id is null then 'invitation' else 'application' end,
          coalesce(e.application_id, e.invitation_id), true
        from ruled join attribution_event e on e.kind = 'objected' and (e.application_id = ruled.id or e.invitation_id in (
          select i.id from invitation i where i.candidate_id = ruled.candidate_id))
        where not exists (select from decided where decided.at > e.at)
        order by e.by_person, e.application_id nulls last
      )
    )`

/**
 * Who owned it and who owns it now, when these are two; who asked, whatever comes out. Others hear nothing of a decision
 * that changes nothing.
 */
function lettersOf(
  { eventId, formerOwnerId }: { eventId: string; formerOwnerId: string | null },
  changes: boolean,
): Letter[] {
  const about = { ...aboutApplication('owner-changed', eventId), subjectId: sql`subject_id` }
  const changed = sql`${changes}::boolean`
  const referrer = { ...about, seat: 'referrer', to: sql`person_id` } as const
  return [
    {
      ...about,
      seat: 'candidate',
      to: sql`person_id`,
      where: sql`part = 'candidate' and (asked or ${changed})`,
    },
    { ...referrer, where: sql`part = 'owner' and ${changed}` },
    { ...referrer, to: sql`${formerOwnerId}::uuid`, where: sql`part = 'former' and ${changed}` },
    { ...referrer, where: sql`part = 'objector' and subject_kind = 'application'` },
    { ...referrer, subject: 'invitation', where: sql`part = 'objector' and subject_kind = 'invitation'` },
  ]
}
