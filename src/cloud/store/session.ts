import sql, { type Sql } from 'sql-template-tag'
import type { Template } from '@/domain/notices/event'
import type { Context } from '../context'
import { callerCte, type CallerRow } from './caller'
import { REFUSALS, type Refusals } from './delivery/refusals'
import { unreadOf } from './inbox'
import { provenVisitor } from './touch'

const MINUTE_MS = 60_000

export type CodeRequest = { made: boolean; inLastHour: number; latest: Date | null; oldest: Date | null }

/**
 * Stores a login code and its text, unless the number had one within the last minute or five within the hour.
 * Two requests in the same minute at once violate the unique slot; the caller counts that as "just asked".
 */
export async function startCode(
  ctx: Context,
  code: {
    id: string
    phoneHash: string
    codeHash: string
    expiresAt: Date
    text: { id: string; recipientEnc: string; bodyEnc: string }
  },
): Promise<CodeRequest> {
  const slot = Math.floor(ctx.now.getTime() / MINUTE_MS)
  const minuteAgo = new Date(ctx.now.getTime() - MINUTE_MS)
  const hourAgo = new Date(ctx.now.getTime() - 60 * MINUTE_MS)
  return ctx.db.one<CodeRequest>(sql`
    with recent as (
      select count(*) as n, max(created_at) as latest, min(created_at) as oldest
      from login_code where phone_hash = ${code.phoneHash} and created_at > ${hourAgo}
    ), made as (
      insert into login_code (id, phone_hash, code_hash, slot, created_at, expires_at)
      select ${code.id}::uuid, ${code.phoneHash}, ${code.codeHash}, ${slot}::bigint, ${ctx.now}::timestamptz, ${code.expiresAt}::timestamptz
      from recent where n < 5 and (latest is null or latest <= ${minuteAgo})
      returning id
    ), told as (
      insert into outbox (id, kind, recipient_hash, recipient_enc, body_enc, dedupe_key, run_at, created_at)
      select ${code.text.id}::uuid, 'login-code', ${code.phoneHash}, ${code.text.recipientEnc}, ${code.text.bodyEnc},
        'login-code:' || made.id, ${ctx.now}::timestamptz, ${ctx.now}::timestamptz
      from made
    )
    select exists (select from made) as made, n as "inLastHour", latest, oldest from recent`)
}

export type CodeTry = {
  right: boolean | null
  tries: number | null
  personId: string | null
}

/**
 * One try at the newest code of a number. Right: the person is found or made and the session opens, in the same
 * statement. `right` is null when there is no live code to try.
 */
export async function tryCode(
  ctx: Context,
  attempt: {
    phoneHash: string
    phoneEnc: string
    codeHash: string
    maxTries: number
    newPersonId: string
    loginKey: string
    sessionExpiresAt: Date
    /** Whose touches are this person's from now on. */
    visitor: string | null
  },
): Promise<CodeTry> {
  return ctx.db.one<CodeTry>(sql`
    with tried as (
      update login_code set
        tries = tries + 1,
        used_at = case when code_hash = ${attempt.codeHash} then ${ctx.now}::timestamptz end
      where id = (select id from login_code where phone_hash = ${attempt.phoneHash} order by created_at desc limit 1)
        and used_at is null and expires_at > ${ctx.now} and tries < ${attempt.maxTries}
      returning code_hash = ${attempt.codeHash} as is_right, tries
    ), proven as (
      insert into person (id, phone_hash, phone_enc, created_at)
      select ${attempt.newPersonId}::uuid, ${attempt.phoneHash}, ${attempt.phoneEnc}, ${ctx.now}::timestamptz from tried where is_right
      on conflict (phone_hash) do update set phone_hash = excluded.phone_hash
      returning id
    ), opened as (
      insert into login (key, person_id, kind, created_at, expires_at)
      select ${attempt.loginKey}, id, 'web', ${ctx.now}::timestamptz, ${attempt.sessionExpiresAt}::timestamptz from proven
    ), ${provenVisitor(attempt.visitor, ctx.now)}
    select (select is_right from tried) as "right", (select tries from tried) as tries, (select id from proven) as "personId"`)
}

/** Ends the web session that was shown; a WeChat identity has none to end. */
export async function endSession(ctx: Context): Promise<void> {
  await ctx.db.rows(sql`delete from login where key = ${ctx.loginKey} and kind = 'web'`)
}

/**
 * Ties a WeChat identity to the person of a number. One that was tied to another number moves over: what that number's
 * person is told does not go to this WeChat any more.
 */
export async function bindWechat(
  ctx: Context,
  binding: {
    newPersonId: string
    phoneHash: string
    phoneEnc: string
    openid: string
    loginKey: string
    requestId: string
    visitor: string | null
  },
): Promise<void> {
  await ctx.db.rows(sql`
    with proven as (
      insert into person (id, phone_hash, phone_enc, openid, created_at)
      values (${binding.newPersonId}, ${binding.phoneHash}, ${binding.phoneEnc}, ${binding.openid}, ${ctx.now})
      on conflict (phone_hash) do update set openid = excluded.openid
      returning id
    ), left_behind as (
      update person set openid = null where id = (select person_id from login where key = ${binding.loginKey})
        and openid = ${binding.openid} and phone_hash is distinct from ${binding.phoneHash}
    ), bound as (
      insert into login (key, person_id, kind, created_at)
      select ${binding.loginKey}, id, 'wechat', ${ctx.now}::timestamptz from proven
      on conflict (key) do update set person_id = excluded.person_id
    ), ${provenVisitor(binding.visitor, ctx.now)}
    insert into answer (actor, request_id, call, reply, at)
    values (${binding.loginKey}, ${binding.requestId}, 'me.bindPhone', '{}', ${ctx.now})`)
}

export type MeRow = {
  caller: CallerRow
  waiting: number
  unread: number
  /** What WeChat answers by itself, by template, and which of these it takes no more. */
  always: Partial<Record<Template, 'accept' | 'reject'>> | null
  refusals: Refusals | null
  bound: boolean
}

/** The caller with what waits for them; `bound`: this request id has bound the phone before. */
export async function loadMe(ctx: Context, bindRequestId: string | null = null): Promise<MeRow> {
  return ctx.db.one<MeRow>(sql`
    with ${callerCte(ctx)}
    select (select to_jsonb(caller) from caller) as caller,
      ${invitationsWaiting(ctx.now)} as waiting, ${unreadOf(sql`select id from caller`)} as unread,
      (select jsonb_object_agg(template, always) from subscribe_credit
        where person_id = (select id from caller) and always is not null) as always, ${REFUSALS} as refusals,
      exists (select from answer where actor = ${ctx.loginKey} and request_id = ${bindRequestId} and call = 'me.bindPhone') as bound`)
}

/**
 * How many invitations wait for the caller's proven number; 0 for a visitor. Not a join: for a caller who may be nobody
 * PostgreSQL would merge with the whole index.
 */
export function invitationsWaiting(now: Date): Sql {
  return sql`(select count(*) from invitation i
    where i.phone_hash = (select phone_hash from caller) and i.status in ('waiting', 'opened', 'accepted') and i.expires_at > ${now})`
}
