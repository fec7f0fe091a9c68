import sql, { type Sql } from 'sql-template-tag'
import type { InvitationStatus } from '@/domain/invitation'
import type { Relation } from '@/domain/endorsement'
import type { TextSkipReason } from '@/domain/texting'
import type { Context } from '../context'
import { callersAnswer, storeAnswer } from './answer'
import { callerCte, type CallerRow } from './caller'

/** An invitation as its referrer may see it; times are ISO strings, as they come out of `jsonb`. */
export type InvitationRow = {
  id: string
  shareId: string
  token: string
  referrerId: string
  status: InvitationStatus
  job: { id: string; title: string; city: string } | null
  phoneEnc: string | null
  relation: Relation | null
  line: string | null
  textPlan: StoredTextPlan
  sentAt: string
  openedAt: string | null
  answeredAt: string | null
  expiresAt: string
}

/** `TextPlan` of the domain, with its moment as text. */
export type StoredTextPlan = { kind: 'send'; at: string } | { kind: 'skip'; reason: TextSkipReason }

/** `InvitationRow` as one `jsonb`, from aliases `i`, `s` (share) and `j` (job, left joined). */
export const INVITATION_JSON: Sql = sql`jsonb_build_object('id', i.id, 'shareId', s.id, 'token', s.token,
  'referrerId', i.referrer_id, 'status', i.status,
  'job', case when j.id is not null then jsonb_build_object('id', j.id, 'title', j.title, 'city', j.city) end,
  'phoneEnc', i.phone_enc, 'relation', i.relation, 'line', i.line, 'textPlan', i.text_plan, 'sentAt', ${iso(sql`i.sent_at`)},
  'openedAt', ${iso(sql`i.opened_at`)}, 'answeredAt', ${iso(sql`i.answered_at`)}, 'expiresAt', ${iso(sql`i.expires_at`)})`

export const INVITATION_FROM: Sql = sql`invitation i join share s on s.id = i.share_id left join job j on j.id = i.job_id`

/** A moment as `2026-11-23T02:00:00.000Z`, the one form that leaves the cloud. */
export function iso(column: Sql): Sql {
  return sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
}

export type OwnInvitation = {
  caller: CallerRow
  answer: Record<string, unknown> | null
  invitation: InvitationRow | null
}

/** One invitation, with the caller and their first answer to a request id of `call`. */
export async function findInvitation(
  ctx: Context,
  id: string,
  request: { call: 'invitation.endorse' | 'invitation.revoke'; requestId: string } | null,
): Promise<OwnInvitation> {
  const answer = request ? callersAnswer(request.call, request.requestId) : sql`null::json`
  return ctx.db.one(sql`
    with ${callerCte(ctx)}
    select (select to_jsonb(caller) from caller) as caller, ${answer} as answer,
      (select ${INVITATION_JSON} from ${INVITATION_FROM} where i.id = ${id}) as invitation`)
}

/** Sets relation and line while the invitation is unanswered. False when it was answered meanwhile. */
export async function endorse(
  ctx: Context,
  entry: { id: string; callerId: string; requestId: string; relation: Relation | null; line: string | null },
): Promise<boolean> {
  const { relation, line } = entry
  const { moved } = await ctx.db.one<{ moved: boolean }>(sql`
    with moved as (
      update invitation set relation = ${relation}, line = ${line}, changed_at = ${ctx.now}
      where id = ${entry.id} and status in ('waiting', 'opened') returning id
    ), answered as (${storeAnswer({
      actor: entry.callerId,
      requestId: entry.requestId,
      call: 'invitation.endorse',
      reply: { relation, line },
      now: ctx.now,
      gate: sql`moved`,
    })})
    select exists (select from moved) as moved`)
  return moved
}

/** Takes an invitation back: its number goes, its texts are dropped. False when it was answered meanwhile. */
export async function revoke(
  ctx: Context,
  entry: { id: string; callerId: string; requestId: string },
): Promise<boolean> {
  const { moved } = await ctx.db.one<{ moved: boolean }>(sql`
    with before as (
      select id, phone_hash from invitation where id = ${entry.id} and status in ('waiting', 'opened', 'accepted') for update
    ), moved as (
      update invitation i set status = 'revoked', phone_hash = null, phone_enc = null, answered_at = ${ctx.now}, changed_at = ${ctx.now}
      from before where i.id = before.id returning i.id, i.referrer_id, before.phone_hash
    ), ${forgetTexts(sql`select id from moved`)},
    told as (
      insert into change (person_id, kind, subject_id, at)
      select referrer_id, 'invitation', id, ${ctx.now}::timestamptz from moved
      union all select p.id, 'invitation', moved.id, ${ctx.now}::timestamptz from moved join person p on p.phone_hash = moved.phone_hash
    ), answered as (${storeAnswer({
      actor: entry.callerId,
      requestId: entry.requestId,
      call: 'invitation.revoke',
      reply: { status: 'revoked' },
      now: ctx.now,
      gate: sql`moved`,
    })})
    select exists (select from moved) as moved`)
  return moved
}

/** CTE `forgotten`: texts of these invitations lose number and body; one that still waits is dropped. */
export function forgetTexts(invitationIds: Sql): Sql {
  return sql`forgotten as (
    update outbox set recipient_enc = null, body_enc = null,
      state = case when state = 'waiting' then 'dropped' else state end
    where invitation_id in (${invitationIds})
  )`
}
