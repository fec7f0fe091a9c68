import sql, { type Sql } from 'sql-template-tag'
import type { OpenClaim } from '@/contract/calls/source'
import type { Context } from '../context'
import { callerCte, type CallerRow } from './caller'
import { iso } from './invitation'

/** Nobody reads more at once; the rest comes up as these are decided. */
const LIMIT = 200

/** Everything that waits for a decision, the oldest first, but nothing about the asker's own applications. */
export async function listOpenClaims(ctx: Context): Promise<{ caller: CallerRow; claims: OpenClaim[] }> {
  return ctx.db.one(sql`
    with ${callerCte(ctx)}
    select (select to_jsonb(caller) from caller) as caller,
      ${openClaimsJson(sql`select * from attribution_event where kind in ('claimed', 'objected')`, ctx.now)} as claims`)
}

/**
 * `OpenClaim`s as one `jsonb`, of the events that `raised` selects, in a statement with the CTE `caller`. An objection
 * about an invitation stands for the newest application of its number; without any it waits as long as the invitation
 * does. It is open until a recruiter has decided about the application, and one about an invitation until they have
 * decided about any of that candidate.
 */
export function openClaimsJson(raised: Sql, now: Date): Sql {
  return sql`(select coalesce(jsonb_agg(claim order by at, id), '[]') from (
    select e.at, e.id, jsonb_build_object('id', e.id, 'kind', e.kind, 'applicationId', a.id, 'candidate', a.candidate_name, 'job', j.title,
      'by', case when e.kind = 'claimed' then a.candidate_name else (select m.name from person p join employee m
        on m.phone_hash = p.phone_hash where p.id = e.by_person) end,
      'words', t.words, 'owner', ${colleagueJson(sql`a.owner_id`)}, 'at', ${iso(sql`e.at`)}) as claim
    from (${raised}) as e
    left join invitation i on i.id = e.invitation_id
    left join lateral (
      select * from application newest
      where newest.id = e.application_id or (e.application_id is null
        and newest.candidate_id = coalesce(i.candidate_id, (select p.id from person p where p.phone_hash = i.phone_hash)))
      order by newest.applied_at desc, newest.id desc limit 1
    ) as a on true
    left join job j on j.id = coalesce(a.job_id, i.job_id)
    left join attribution_text t on t.event_id = e.id
    where a.candidate_id is distinct from (select id from caller)
      and (a.id is not null or (i.status in ('waiting', 'opened', 'accepted') and i.expires_at > ${now}))
      and not exists (select from application ruled join attribution_event r on r.application_id = ruled.id
        where ruled.candidate_id = a.candidate_id and (e.application_id is null or ruled.id = e.application_id)
          and r.kind = 'ruled' and r.at > e.at)
    order by e.at, e.id limit ${LIMIT}) as waiting)`
}

/** Name and department of the person in this column, null for nobody and for somebody who is not on the roster. */
export function colleagueJson(personId: Sql): Sql {
  return sql`(select jsonb_build_object('name', m.name, 'department', m.department)
    from person p join employee m on m.phone_hash = p.phone_hash where p.id = ${personId})`
}
