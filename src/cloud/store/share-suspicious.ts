import sql, { type Sql } from 'sql-template-tag'
import type { Channel, ShareTraffic } from '@/domain/share'
import type { Context } from '../context'
import { callerCte, type CallerRow } from './caller'
import { iso } from './invitation'
import { personBehind } from './touch'

export type TrafficRow = ShareTraffic & {
  id: string
  channel: Channel
  name: string | null
  job: { id: string; title: string; city: string } | null
  referrer: { name: string; department: string }
  lastAt: string | null
}

/**
 * Shares that many visitors opened or that were reported since a moment, the most reported and then the most visited
 * first. A visitor whom the referrer invited is no stranger; `endorsed` are applications of people whose relation the
 * referrer has stated. Shares of people who are not on the roster any more are left out: nobody comes by them.
 */
export async function listTraffic(
  ctx: Context,
  bounds: { since: Date; visitors: number },
): Promise<{ caller: CallerRow; shares: TrafficRow[] }> {
  const { since } = bounds
  return ctx.db.one(sql`
    with ${callerCte(ctx)}, reported as materialized (
      select share_id, count(*) as reports, max(at) as last_at from share_report where at >= ${since} group by share_id
    ), watched as materialized (
      select share_id from touch where at >= ${since} group by share_id having count(distinct visitor) >= ${bounds.visitors}
      union select share_id from reported
    ), traffic as (
      select s.id, s.channel, s.name, s.referrer_id, s.job_id, e.name as referrer, e.department,
        coalesce(reported.reports, 0) as reports, came.visitors, greatest(came.last_at, reported.last_at) as last_at,
        went.applications, went.endorsed
      from watched
      join share s on s.id = watched.share_id
      join person p on p.id = s.referrer_id
      join employee e on e.phone_hash = p.phone_hash
      left join reported on reported.share_id = s.id
      cross join lateral (
        select count(*) as applications, count(*) filter (where exists (select from invitation i
          where i.candidate_id = a.candidate_id and i.referrer_id = s.referrer_id and i.relation is not null)) as endorsed
        from (select id, candidate_id from application where share_id = s.id and applied_at >= ${since}
          union select id, candidate_id from application where through_share_id = s.id and applied_at >= ${since}) as a
      ) as went
      cross join lateral (
        select count(distinct t.visitor) filter (where not ${invitedBy(sql`s.referrer_id`, sql`t.person_id`)}) as visitors, max(t.at) as last_at
        from (select visitor, at, ${personBehind(sql`touch`)} as person_id from touch
          where share_id = s.id and at >= ${since}) as t
      ) as came
      -- Nobody has to look at the others, so nobody's visitors are counted there.
      where reported.reports > 0 or went.applications > 0
    )
    select (select to_jsonb(caller) from caller) as caller,
      (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'channel', t.channel, 'name', t.name,
          'job', (select jsonb_build_object('id', j.id, 'title', j.title, 'city', j.city) from job j where j.id = t.job_id),
          'referrer', jsonb_build_object('name', t.referrer, 'department', t.department),
          'visitors', t.visitors, 'applications', t.applications, 'endorsed', t.endorsed, 'reports', t.reports,
          'lastAt', ${iso(sql`t.last_at`)}) order by t.reports desc, t.visitors desc, t.id), '[]') from traffic t) as shares`)
}

function invitedBy(referrer: Sql, person: Sql): Sql {
  return sql`exists (select from invitation i where i.referrer_id = ${referrer}
    and (i.candidate_id = ${person} or i.phone_hash = (select phone_hash from person where id = ${person})))`
}
