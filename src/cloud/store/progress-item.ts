import sql, { type Sql } from 'sql-template-tag'
import type { Relation } from '@/domain/endorsement'
import type { InvitationStatus } from '@/domain/invitation'
import type { Stage } from '@/domain/stages'
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
  /** Null once it is over. */
  pausedUntil: string | null
  /** For the recruiter's list, as `nudges`. */
  nudgedAt: string | null
  nudges: number
  /** Theirs, ended without a hire, and protected no longer. */
  again: boolean
  changedAt: string
}

/** Where in the order of a list an item stands. */
export type Place = { rank: number; key: string; id: string }

/** An item with its place, as one `jsonb`, from the CTE `page` with job `j` and handler `h` joined to it. */
export const ITEM_JSON = sql`jsonb_build_object('kind', page.kind, 'id', page.id, 'name', page.candidate_name, 'phoneEnc', page.phone_enc,
  'job', case when j.id is not null then jsonb_build_object('id', j.id, 'title', j.title, 'city', j.city) end,
  'stage', page.stage, 'round', page.round, 'invitationStatus', page.invitation_status,
  'dueAt', ${iso(sql`page.due_at`)}, 'protectedUntil', case when page.owner_id is not null then ${iso(sql`page.protected_until`)} end,
  'handler', case when page.kind = 'application' then h.name end, 'relation', page.relation, 'mine', page.mine, 'again', page.again,
  'referrer', (select e.name from person p join employee e on e.phone_hash = p.phone_hash where p.id = page.owner_id),
  'pausedUntil', ${iso(sql`page.paused_until`)}, 'nudgedAt', ${iso(sql`page.nudged_at`)}, 'nudges', page.nudges,
  'changedAt', ${iso(sql`page.changed_at`)}, 'rank', page.rank, 'key', ${iso(sql`page.key`)})`

/** Columns of the application `a` that every seat is shown. */
export function columns(now: Date): Sql {
  return sql`'application' as kind, a.id, a.candidate_name, a.job_id, a.stage, a.round, null::text as invitation_status,
    a.due_at, a.protected_until, a.changed_at, a.owner_id, case when a.paused_until > ${now} then a.paused_until end as paused_until`
}

/** Condition on the application `a`: the answer is late. Nobody waits for it while its clock is paused. */
export function isLate(now: Date): Sql {
  return sql`(a.ended_at is null and a.due_at < ${now} and (a.paused_until is null or a.paused_until <= ${now}))`
}
