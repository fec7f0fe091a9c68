import sql from 'sql-template-tag'
import type { OpenClaim } from '@/contract/calls/source'
import type { Decision } from '@/domain/attribution/decision'
import type { AttributionEventKind } from '@/domain/attribution/owner'
import type { Stage } from '@/domain/stages'
import type { Context } from '../context'
import { hasOpenClaim } from './attribution-claim'
import { hasObjected } from './attribution-objection'
import { colleagueJson, openClaimsJson } from './attribution-open'
import { callerCte, type CallerRow } from './caller'
import { iso } from './invitation'

export type AttributionRow = {
  id: string
  kind: AttributionEventKind
  at: string
  byId: string | null
  by: string | null
  /** After a decision; of a claim, an objection or a lapse, so far. */
  ownerId: string | null
  owner: string | null
  fromJob: string | null
  toJob: string | null
  words: string | null
}

/** Everything about who owns a referral; the call shows each seat its part. */
export type ExplainedRow = {
  candidateId: string
  referrerId: string | null
  ownerId: string | null
  owner: { name: string; department: string } | null
  credit: Decision
  stage: Stage
  endedAt: string | null
  protectedUntil: string
  /** Of everybody in the decision who is on the roster, by person. */
  names: Record<string, string>
  /** In order. Objections about the candidate's invitations stand among them. */
  events: AttributionRow[]
  claims: OpenClaim[]
  claimed: boolean
  /** By the caller. */
  objected: boolean
}

export async function findExplained(
  ctx: Context,
  id: string,
): Promise<{ caller: CallerRow; explained: ExplainedRow | null }> {
  return ctx.db.one(sql`
    with ${callerCte(ctx)}, asked as materialized (
      select a.*, c.phone_hash as candidate_phone from application a join person c on c.id = a.candidate_id where a.id = ${id}
    ), known as materialized (
      -- Two look-ups, each with its index: joined by an "or" they read every event there is.
      select e.* from attribution_event e where e.application_id = ${id}
      union select e.* from asked join invitation i on i.candidate_id = asked.candidate_id or i.phone_hash = asked.candidate_phone
        join attribution_event e on e.invitation_id = i.id
    )
    select (select to_jsonb(caller) from caller) as caller,
      (select jsonb_build_object('candidateId', a.candidate_id, 'referrerId', a.referrer_id, 'ownerId', a.owner_id,
        'owner', ${colleagueJson(sql`a.owner_id`)}, 'credit', a.credit, 'stage', a.stage,
        'endedAt', ${iso(sql`a.ended_at`)}, 'protectedUntil', ${iso(sql`a.protected_until`)},
        'names', (select coalesce(jsonb_object_agg(p.id, m.name), '{}') from (select a.referrer_id as id
            union select (other ->> 'referrerId')::uuid from jsonb_array_elements(a.credit -> 'others') other) as named
          join person p on p.id = named.id join employee m on m.phone_hash = p.phone_hash),
        'events', ${EVENTS_JSON},
        'claims', ${openClaimsJson(sql`select * from known where kind in ('claimed', 'objected')`, ctx.now)},
        'claimed', ${hasOpenClaim(sql`a.id`)},
        'objected', ${hasObjected(sql`(select id from caller)`, sql`a.id`, sql`null::uuid`)})
        from asked a) as explained`)
}

const EVENTS_JSON = sql`(select coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'kind', e.kind, 'at', ${iso(sql`e.at`)},
    'byId', e.by_person, 'by', ${colleagueJson(sql`e.by_person`)} ->> 'name',
    'ownerId', e.owner_id, 'owner', ${colleagueJson(sql`e.owner_id`)} ->> 'name',
    'fromJob', (select title from job where id = e.from_job), 'toJob', (select title from job where id = e.to_job),
    'words', t.words) order by e.at, e.id), '[]')
  from known e left join attribution_text t on t.event_id = e.id)`
