import sql, { type Sql } from 'sql-template-tag'
import type { OwnChannel } from '@/domain/own-share'
import { iso } from './invitation'

/** A share as its referrer sees it; `createdAt` is an ISO string, as it comes out of `jsonb`. */
export type OwnShareRow = {
  id: string
  channel: OwnChannel
  name: string | null
  title: string | null
  job: { id: string; title: string; city: string } | null
  token: string
  code: string | null
  createdAt: string
}

/** `OwnShareRow` as one `jsonb`, from the aliases of `OWN_SHARE_FROM`. */
export const OWN_SHARE_JSON: Sql = sql`jsonb_build_object('id', s.id, 'channel', s.channel, 'name', s.name, 'title', s.title,
  'job', case when j.id is not null then jsonb_build_object('id', j.id, 'title', j.title, 'city', j.city) end,
  'token', s.token, 'code', s.code, 'createdAt', ${iso(sql`s.created_at`)})`

/** The caller's shares: not those that came with an invitation. Wants the CTE `caller`. */
export const OWN_SHARE_FROM: Sql = sql`caller join share s on s.referrer_id = caller.id and s.channel <> 'invite'
  left join job j on j.id = s.job_id`

/** A share with the invitation it came with, if any, and its referrer while they are on the roster. */
export const SHARE_AND_REFERRER: Sql = sql`share s left join invitation i on i.share_id = s.id
  left join person p on p.id = s.referrer_id left join employee e on e.phone_hash = p.phone_hash`

/**
 * Somebody may still come by a share of `SHARE_AND_REFERRER`. One that somebody made by themselves ends with a word of
 * theirs, or when they leave; an invitation that was declined can still be taken up.
 */
export function livingShare(now: Date): Sql {
  return sql`case
    when s.channel <> 'invite' then s.ended_at is null and e.active is true
    else e.name is not null and i.phone_hash is not null and i.status not in ('expired', 'revoked')
      and (i.status = 'applied' or i.expires_at > ${now})
  end`
}
