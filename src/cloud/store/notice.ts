import sql, { type Sql } from 'sql-template-tag'
import type { CallName } from '@/contract/calls'
import type { InputOf } from '@/contract/call'
import type { CallOf } from '@/contract/calls'
import type { Template } from '@/domain/notices/event'
import type { Context } from '../context'
import { callersAnswer, storeAnswer } from './answer'
import { callerCte, type CallerRow } from './caller'
import { REFUSALS, type Refusals } from './delivery/refusals'

export type NoticeFacts = {
  caller: CallerRow
  answer: object | null
  /** What was chosen; null while nothing was. */
  chosen: Omit<Choice, 'texts'> | null
  optedOut: boolean
  openid: string | null
  wecomId: string | null
  email: string | null
  credits: number
  refusals: Refusals | null
}

export type Choice = Omit<InputOf<CallOf<'notice.save'>>, 'requestId'>

/** What the caller has chosen and where they can be reached, with their first answer to a request id. One statement. */
export async function loadNotice(
  ctx: Context,
  request: { call: CallName; requestId: string } | null,
): Promise<NoticeFacts> {
  const answer = request ? callersAnswer(request.call, request.requestId) : sql`null::json`
  return ctx.db.one<NoticeFacts>(sql`
    with ${callerCte(ctx)}
    select (select to_jsonb(caller) from caller) as caller, ${answer} as answer,
      (select jsonb_build_object('wecom', n.wecom, 'subscribe', n.subscribe, 'email', n.email, 'weekly', n.weekly,
        'quietFrom', n.quiet_from, 'quietTo', n.quiet_to) from notice_setting n, caller where n.person_id = caller.id) as chosen,
      exists (select from text_opt_out o, caller where o.phone_hash = caller.phone_hash) as "optedOut",
      (select p.openid from person p, caller where p.id = caller.id) as openid,
      (select e.wecom_id from employee e, caller where e.phone_hash = caller.phone_hash and e.active) as "wecomId",
      (select e.email from employee e, caller where e.phone_hash = caller.phone_hash and e.active) as email,
      ${creditsOf(sql`(select id from caller)`)} as credits, ${REFUSALS} as refusals`)
}

function creditsOf(person: Sql): Sql {
  return sql`(select coalesce(sum(credits), 0) from subscribe_credit where person_id = ${person})`
}

/** Keeps what somebody has chosen. `texts`: false puts their number on the opt-out ledger, true takes it off, else it stays as it is. */
export async function saveNotice(
  ctx: Context,
  entry: { personId: string; phoneHash: string; requestId: string; choice: Choice },
): Promise<void> {
  const { now } = ctx
  const { personId, phoneHash, choice } = entry
  await ctx.db.rows(sql`
    with saved as (
      insert into notice_setting (person_id, wecom, subscribe, email, weekly, quiet_from, quiet_to, changed_at)
      values (${personId}, ${choice.wecom}, ${choice.subscribe}, ${choice.email}, ${choice.weekly}, ${choice.quietFrom}, ${choice.quietTo}, ${now})
      on conflict (person_id) do update set wecom = excluded.wecom, subscribe = excluded.subscribe, email = excluded.email,
        weekly = excluded.weekly, quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to, changed_at = excluded.changed_at
      returning person_id
    ), opted_out as (
      insert into text_opt_out (phone_hash, at) select ${phoneHash}, ${now}::timestamptz where ${choice.texts === false}::boolean on conflict do nothing
    ), opted_in as (
      delete from text_opt_out where phone_hash = ${phoneHash} and ${choice.texts === true}::boolean
    ), answered as (${storeAnswer({
      ...{ actor: personId, requestId: entry.requestId, call: 'notice.save' },
      ...{ reply: {}, now, gate: sql`saved` },
    })})
    select 1`)
}

/** What one request to subscribe comes to for a template. `forget`: taps of before are gone too. */
export type TapCount = {
  template: Template
  accepted: number
  forget: boolean
  always: 'accept' | 'reject' | null
}

/** Adds accepted taps to the ledger. How many the person has now, all templates together. */
export async function countTaps(
  ctx: Context,
  entry: { personId: string; requestId: string; taps: readonly TapCount[] },
): Promise<number> {
  const { now } = ctx
  const { personId, taps } = entry
  const { credits } = await ctx.db.one<{ credits: number }>(sql`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(taps)}::jsonb) as t (template text, accepted int, forget boolean, always text)
    ), counted as (
      insert into subscribe_credit as c (person_id, template, credits, always, changed_at)
      select ${personId}::uuid, template, accepted, always, ${now}::timestamptz from given order by template
      on conflict (person_id, template) do update set always = excluded.always, changed_at = excluded.changed_at,
        credits = case when (select g.forget from given g where g.template = c.template) then 0 else c.credits end + excluded.credits
      returning template, credits
    ), asked as (select count(*) from given), answered as (${storeAnswer({
      ...{ actor: personId, requestId: entry.requestId, call: 'notice.subscribed' },
      ...{ reply: {}, now, gate: sql`asked` },
    })})
    select (select coalesce(sum(credits), 0) from counted) + (select coalesce(sum(credits), 0) from subscribe_credit
      where person_id = ${personId} and template not in (select template from given)) as credits`)
  return credits
}
