import sql, { type Sql } from 'sql-template-tag'
import type { ProgressFilter } from '@/contract/calls/progress'
import type { Seat } from '@/contract/fields'
import type { InvitationStatus } from '@/domain/invitation'
import type { Context } from '../context'
import { callerCte, type CallerRow } from './caller'
import { iso } from './invitation'
import { columns, isLate, ITEM_JSON, type Place, type ProgressRow } from './progress-item'
import { queueCounts, queueCte } from './progress-queue'

export type WaitingRow = {
  id: string
  token: string
  status: InvitationStatus
  referrer: { name: string; department: string } | null
  job: { id: string; title: string; city: string } | null
  line: string | null
  sentAt: string
  expiresAt: string
}

export type ProgressPage = {
  caller: CallerRow
  items: (ProgressRow & Place)[]
  counts: Record<ProgressFilter, number>
  invitations: WaitingRow[]
}

/** Small enough for a page of rows to stay under 64 KB when WeChat is handed them at once. */
export const PAGE_SIZE = 20

/**
 * A page of what a seat sees, with the counts of every filter: the recruiter's as `queueCte` orders it, the others' by
 * the newest change. `after` is the last item of the page before, `at` the moment the first page was asked for. One
 * statement.
 */
export async function listProgress(
  ctx: Context,
  ask: { as: Seat; filter: ProgressFilter; after: Place | null; at: Date },
): Promise<ProgressPage> {
  const { as, filter, after, at } = ask
  const { page, counts } =
    as === 'recruiter'
      ? {
          page: queueCte({ filter, after, at, now: ctx.now }, PAGE_SIZE + 1),
          counts: queueCounts(ctx.now),
        }
      : { page: ownCtes(as, filter, after, ctx.now), counts: OWN_COUNTS }
  return ctx.db.one<ProgressPage>(sql`
    with ${callerCte(ctx)}, ${page}
    select (select to_jsonb(caller) from caller) as caller,
      (select coalesce(jsonb_agg(${ITEM_JSON} order by page.n), '[]')
        from page left join job j on j.id = page.job_id left join employee h on h.id = j.recruiter_id) as items,
      ${counts} as counts, ${as === 'candidate' ? waiting(ctx) : sql`'[]'::jsonb`} as invitations`)
}

type OwnSeat = Exclude<Seat, 'recruiter'>

/** CTEs `item`, the few rows that somebody has a part in, made once, and `page`. */
function ownCtes(as: OwnSeat, filter: ProgressFilter, after: Place | null, now: Date): Sql {
  const beyond = after
    ? sql`(item.changed_at, item.id) < (${after.key}::timestamptz, ${after.id}::uuid)`
    : sql`true`
  return sql`item as materialized (${ITEMS[as](now)}), page as (
      select item.*, 2 as rank, item.changed_at as key, null::timestamptz as nudged_at, 0 as nudges,
        row_number() over (order by item.changed_at desc, item.id desc) as n
      from item
      where (${filter} = 'all' or item.bucket = ${filter} or (${filter} = 'active' and item.bucket = 'late')) and ${beyond}
      order by n limit ${PAGE_SIZE + 1}
    )`
}

const OWN_COUNTS = sql`(select jsonb_build_object('all', count(*), 'waiting', count(*) filter (where bucket = 'waiting'),
        'active', count(*) filter (where bucket in ('active', 'late')), 'late', count(*) filter (where bucket = 'late'),
        'ended', count(*) filter (where bucket = 'ended')) from item)`

const ITEMS: Record<OwnSeat, (now: Date) => Sql> = {
  candidate: (
    now,
  ) => sql`select ${columns(now)}, ${bucket(now)}, null::text as phone_enc, null::text as relation,
      false as mine, false as again
    from application a, caller where a.candidate_id = caller.id`,
  // What a colleague typed and said of the candidate is theirs alone, whoever owns the referral since. An invitation that
  // led to an application which is somebody else's stays in the list: its referrer may object.
  referrer: (
    now,
  ) => sql`select ${columns(now)}, ${bucket(now)}, i.phone_enc, i.relation, true as mine, ${mayReferAgain(now)} as again
    from caller join application a on a.owner_id = caller.id
    left join invitation i on i.id = a.invitation_id and i.referrer_id = caller.id
    union all
    select ${columns(now)}, ${bucket(now)}, i.phone_enc, i.relation, false, false
    from caller join application a on a.referrer_id = caller.id and a.owner_id is distinct from a.referrer_id
    left join invitation i on i.id = a.invitation_id and i.referrer_id = caller.id
    union all
    select 'invitation', i.id, null, i.job_id, null, 1, i.status, null, null, i.changed_at, null, null,
      case when i.status in ('waiting', 'opened', 'accepted') and i.expires_at > ${now} then 'waiting' else 'ended' end,
      i.phone_enc, i.relation, true, false
    from caller join invitation i on i.referrer_id = caller.id
    where i.status <> 'applied' or not exists (select from application a where a.candidate_id = i.candidate_id
      and a.applied_at >= i.answered_at and (a.owner_id = caller.id or a.referrer_id = caller.id))`,
}

function bucket(now: Date): Sql {
  return sql`case when a.ended_at is not null then 'ended' when ${isLate(now)} then 'late' else 'active' end as bucket`
}

function mayReferAgain(now: Date): Sql {
  return sql`(a.stage in ('rejected', 'withdrawn', 'expired', 'pooled') and a.protected_until <= ${now})`
}

function waiting(ctx: Context): Sql {
  return sql`(select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'token', s.token, 'status', i.status, 'line', i.line,
      'referrer', (select jsonb_build_object('name', e.name, 'department', e.department)
        from person p join employee e on e.phone_hash = p.phone_hash where p.id = i.referrer_id),
      'job', case when j.id is not null then jsonb_build_object('id', j.id, 'title', j.title, 'city', j.city) end,
      'sentAt', ${iso(sql`i.sent_at`)}, 'expiresAt', ${iso(sql`i.expires_at`)}) order by i.sent_at), '[]')
    from invitation i join share s on s.id = i.share_id left join job j on j.id = i.job_id
    where i.phone_hash = (select phone_hash from caller) and i.status in ('waiting', 'opened', 'accepted') and i.expires_at > ${ctx.now})`
}
