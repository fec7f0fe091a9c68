import sql, { type Sql } from 'sql-template-tag'
import type { ProgressFilter } from '@/contract/calls/progress'
import type { Seat } from '@/contract/fields'
import type { Relation } from '@/domain/endorsement'
import type { InvitationStatus } from '@/domain/invitation'
import type { Stage } from '@/domain/stages'
import type { Context } from '../context'
import { callerCte, type CallerRow } from './caller'
import { iso } from './invitation'

export type ProgressRow = {
  kind: 'invitation' | 'application'
  id: string
  name: string | null
  phoneEnc: string | null
  job: { id: string; title: string; city: string } | null
  stage: Stage | null
  round: number
  invitationStatus: InvitationStatus | null
  dueAt: string | null
  protectedUntil: string | null
  handler: string | null
  referrer: string | null
  relation: Relation | null
  /** For the referrer's list: they own it now. */
  mine: boolean
  /** Theirs, ended without a hire, and protected no longer. */
  again: boolean
  changedAt: string
}

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
  items: ProgressRow[]
  counts: Record<ProgressFilter, number>
  invitations: WaitingRow[]
}

/** Small enough for a page of rows to stay under 64 KB when WeChat is handed them at once. */
export const PAGE_SIZE = 20

/**
 * A page of what a seat sees, newest change first, with the counts of every filter. `after` is the last item of the
 * page before. One statement.
 */
export async function listProgress(
  ctx: Context,
  ask: { as: Seat; filter: ProgressFilter; after: { changedAt: string; id: string } | null },
): Promise<ProgressPage> {
  const beyond = ask.after
    ? sql`(item.changed_at, item.id) < (${ask.after.changedAt}::timestamptz, ${ask.after.id}::uuid)`
    : sql`true`
  return ctx.db.one<ProgressPage>(sql`
    with ${callerCte(ctx)}, item as ${INLINED[ask.as] ? sql`not materialized` : sql`materialized`} (${ITEMS[ask.as](ctx)}), page as (
      select item.* from item
      where (${ask.filter} = 'all' or item.bucket = ${ask.filter} or (${ask.filter} = 'active' and item.bucket = 'late')) and ${beyond}
      order by item.changed_at desc, item.id desc limit ${PAGE_SIZE + 1}
    )
    select (select to_jsonb(caller) from caller) as caller,
      (select coalesce(jsonb_agg(${ITEM_JSON} order by page.changed_at desc, page.id desc), '[]')
        from page left join job j on j.id = page.job_id left join employee h on h.id = j.recruiter_id) as items,
      (select jsonb_build_object('all', count(*), 'waiting', count(*) filter (where bucket = 'waiting'),
        'active', count(*) filter (where bucket in ('active', 'late')), 'late', count(*) filter (where bucket = 'late'),
        'ended', count(*) filter (where bucket = 'ended')) from item) as counts,
      ${ask.as === 'candidate' ? waiting(ctx) : sql`'[]'::jsonb`} as invitations`)
}

const ITEM_JSON = sql`jsonb_build_object('kind', page.kind, 'id', page.id, 'name', page.candidate_name, 'phoneEnc', page.phone_enc,
  'job', case when j.id is not null then jsonb_build_object('id', j.id, 'title', j.title, 'city', j.city) end,
  'stage', page.stage, 'round', page.round, 'invitationStatus', page.invitation_status,
  'dueAt', ${iso(sql`page.due_at`)}, 'protectedUntil', case when page.owner_id is not null then ${iso(sql`page.protected_until`)} end,
  'handler', case when page.kind = 'application' then h.name end, 'relation', page.relation, 'mine', page.mine, 'again', page.again,
  'referrer', (select e.name from person p join employee e on e.phone_hash = p.phone_hash where p.id = page.owner_id),
  'changedAt', ${iso(sql`page.changed_at`)})`

/**
 * A recruiter sees every application: page and counts each read what they need, the one along an index, the other
 * without looking anything up. The few rows of the other seats are made once.
 */
const INLINED: Record<Seat, boolean> = { candidate: false, referrer: false, recruiter: true }

const ITEMS: Record<Seat, (ctx: Context) => Sql> = {
  candidate: (
    ctx,
  ) => sql`select ${columns(ctx)}, null::text as phone_enc, null::text as relation, false as mine, false as again
    from application a, caller where a.candidate_id = caller.id`,
  // What a colleague typed and said of the candidate is theirs alone, whoever owns the referral since. An invitation that
  // led to an application which is somebody else's stays in the list: its referrer may object.
  referrer: (
    ctx,
  ) => sql`select ${columns(ctx)}, i.phone_enc, i.relation, true as mine, ${mayReferAgain(ctx)} as again
    from caller join application a on a.owner_id = caller.id
    left join invitation i on i.id = a.invitation_id and i.referrer_id = caller.id
    union all
    select ${columns(ctx)}, i.phone_enc, i.relation, false, false
    from caller join application a on a.referrer_id = caller.id and a.owner_id is distinct from a.referrer_id
    left join invitation i on i.id = a.invitation_id and i.referrer_id = caller.id
    union all
    select 'invitation', i.id, null, i.job_id, null, 1, i.status, null, null, i.changed_at, null,
      case when i.status in ('waiting', 'opened', 'accepted') and i.expires_at > ${ctx.now} then 'waiting' else 'ended' end,
      i.phone_enc, i.relation, true, false
    from caller join invitation i on i.referrer_id = caller.id
    where i.status <> 'applied' or not exists (select from application a where a.candidate_id = i.candidate_id
      and a.applied_at >= i.answered_at and (a.owner_id = caller.id or a.referrer_id = caller.id))`,
  recruiter: (
    ctx,
  ) => sql`select ${columns(ctx)}, (select p.phone_enc from person p where p.id = a.candidate_id) as phone_enc,
      (select i.relation from invitation i where i.id = a.invitation_id) as relation, false as mine, false as again
    from application a where a.candidate_id <> (select id from caller)`,
}

function columns(ctx: Context): Sql {
  return sql`'application' as kind, a.id, a.candidate_name, a.job_id, a.stage, a.round, null::text as invitation_status,
    a.due_at, a.protected_until, a.changed_at, a.owner_id,
    case when a.ended_at is not null then 'ended' when a.due_at < ${ctx.now} then 'late' else 'active' end as bucket`
}

function mayReferAgain(ctx: Context): Sql {
  return sql`(a.stage in ('rejected', 'withdrawn', 'expired', 'pooled') and a.protected_until <= ${ctx.now})`
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
