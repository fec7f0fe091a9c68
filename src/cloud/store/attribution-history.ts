import sql, { type Sql } from 'sql-template-tag'
import type { History } from '@/domain/attribution/history'
import { touchWindowStart } from '@/domain/attribution/sources'
import { POLICY } from '@/domain/policy'
import type { Context } from '../context'
import { iso } from './invitation'
import { touchesOf } from './touch'

/** What of a `History` the tables know; the job and the moment are the asker's. */
export type HistoryRow = Omit<History, 'appliedAt' | 'job'>

/**
 * CTEs of all that decides who owns an application which the caller (CTE `caller`) makes now; `HISTORY_JSON` reads them.
 * `token` is of the share applied through; one that is unknown, of an invitation, or ended before the caller first
 * opened it counts for nothing.
 */
export function historyCtes(ctx: Context, token: string | null): Sql {
  // Of every share the first touch inside the window, and whether there was an earlier one: `decide` asks no more.
  const windowStart = touchWindowStart(ctx.now.toISOString(), POLICY)
  return sql`touched as materialized (
      select t.share_id, t.referrer_id, t.channel, min(t.at) as first_at,
        min(t.at) filter (where t.at >= ${windowStart}::timestamptz) as at
      from (${touchesOf()}) as t group by t.share_id, t.referrer_id, t.channel
    ), through as (
      select s.id, s.referrer_id, s.channel, coalesce(t.first_at, ${ctx.now}) as at
      from share s left join touched t on t.share_id = s.id
      where s.token = ${token} and s.channel <> 'invite' and (s.ended_at is null or s.ended_at > coalesce(t.first_at, ${ctx.now}))
    ), accepted as (
      select i.id, i.share_id, i.referrer_id, i.answered_at from invitation i
      where i.candidate_id = (select id from caller) and i.status = 'accepted' and i.expires_at > ${ctx.now}
    ), earlier as (
      select a.* from application a where a.candidate_id = (select id from caller)
    ), named as (
      select referrer_id from touched union select referrer_id from through union select referrer_id from accepted
      union select owner_id from earlier where owner_id is not null
    )`
}

/** `HistoryRow` as one `jsonb`; null for a visitor. An owner by decision of a recruiter owns nobody's share. */
export const HISTORY_JSON: Sql = sql`(select jsonb_build_object('candidateId', caller.id,
  'through', (select jsonb_build_object('shareId', id, 'referrerId', referrer_id, 'channel', channel, 'at', ${iso(sql`at`)}) from through),
  'invitations', (select coalesce(jsonb_agg(jsonb_build_object('invitationId', id, 'shareId', share_id, 'referrerId', referrer_id,
    'acceptedAt', ${iso(sql`answered_at`)})), '[]') from accepted),
  'touches', (select coalesce(jsonb_agg(jsonb_build_object('shareId', share_id, 'referrerId', referrer_id, 'channel', channel,
    'at', ${iso(sql`touch_at`)})), '[]') from touched, unnest(array[first_at, at]) as touch_at where touch_at is not null),
  'applications', (select coalesce(jsonb_agg(jsonb_build_object('applicationId', id, 'ownerId', owner_id,
    'shareId', case when owner_id = referrer_id then share_id end,
    'invitationId', case when owner_id = referrer_id then credit ->> 'invitationId' end,
    'appliedAt', ${iso(sql`applied_at`)}, 'endedAt', ${iso(sql`ended_at`)}, 'protectedUntil', ${iso(sql`protected_until`)})), '[]')
    from earlier),
  'people', ${peopleJson(sql`select referrer_id from named`)},
  'relatives', ${relativesJson(sql`caller.id`, sql`caller.phone_hash`)}) from caller)`

/** What the roster says of these persons, as `People`. */
export function peopleJson(personIds: Sql): Sql {
  return sql`(select coalesce(jsonb_object_agg(p.id, jsonb_build_object('active', e.active, 'intern', e.intern)), '{}')
    from person p join employee e on e.phone_hash = p.phone_hash where p.id in (${personIds}))`
}

/** Persons who declared themselves a relative of a candidate when they invited them. */
export function relativesJson(candidateId: Sql, phoneHash: Sql): Sql {
  return sql`(select coalesce(jsonb_agg(distinct i.referrer_id), '[]') from invitation i
    where (i.phone_hash = ${phoneHash} or i.candidate_id = ${candidateId}) and i.relation = 'relative')`
}
