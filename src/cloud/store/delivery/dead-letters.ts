import sql, { type Sql } from 'sql-template-tag'
import type { DeadLetter } from '@/contract/calls/delivery'
import type { NoticeEvent, NoticeSeat, Template } from '@/domain/notices/event'
import { addDays } from '@/domain/shanghai'
import type { Context } from '../../context'
import { callersAnswer, storeAnswer } from '../answer'
import { callerCte, type CallerRow } from '../caller'
import { iso } from '../invitation'
import type { Verdict } from './conclude'
import { REFUSALS, type Refusals } from './refusals'

/** A row of the outbox without what it says and to whom; times are ISO strings. */
export type LetterRow = {
  id: string
  state: Verdict['state']
  kind: DeadLetter['kind']
  channel: DeadLetter['channel']
  reason: string | null
  attempts: number
  createdAt: string
  doneAt: string
  handedAt: string | null
  whole: boolean
  live: boolean
  event: NoticeEvent | null
  seat: NoticeSeat | null
  at: string | null
  read: boolean
}

export type DeliveryPage = {
  caller: CallerRow
  letters: LetterRow[]
  counts: Record<Verdict['state'], number>
  refusals: Refusals | null
}

export const LETTERS_A_PAGE = 30
const COUNTED_DAYS = 7

/** Dead letters, newest first, one more than a page, with the counts of the last week. One statement. */
export async function listDeadLetters(
  ctx: Context,
  after: { doneAt: string; id: string } | null,
): Promise<DeliveryPage> {
  const beyond = after
    ? sql`(o.done_at, o.id) < (${after.doneAt}::timestamptz, ${after.id}::uuid)`
    : sql`true`
  return ctx.db.one<DeliveryPage>(sql`
    with ${callerCte(ctx)}, page as (
      select * from outbox o where o.state = 'dead' and ${beyond}
      order by o.done_at desc, o.id desc limit ${LETTERS_A_PAGE + 1}
    ), counted as (
      select state, count(*) as n from outbox where created_at > ${addDays(ctx.now, -COUNTED_DAYS)} group by state
    )
    select (select to_jsonb(caller) from caller) as caller,
      (select coalesce(jsonb_agg(${letterJson(ctx.now)} order by o.done_at desc, o.id desc), '[]') from page o ${AROUND}) as letters,
      '{"waiting": 0, "sent": 0, "dropped": 0, "dead": 0}'::jsonb
        || (select coalesce(jsonb_object_agg(state, n), '{}') from counted) as counts,
      ${REFUSALS} as refusals`)
}

const AROUND: Sql = sql`left join message m on m.id = o.message_id left join invitation i on i.id = o.invitation_id`

function letterJson(now: Date): Sql {
  return sql`jsonb_build_object('id', o.id, 'state', o.state, 'kind', o.kind, 'channel', o.channel, 'reason', o.reason,
    'attempts', o.attempts, 'createdAt', ${iso(sql`o.created_at`)}, 'doneAt', ${iso(sql`o.done_at`)},
    'handedAt', ${iso(sql`o.handed_at`)}, 'whole', o.recipient_enc is not null and o.body_enc is not null,
    'live', coalesce(i.status in ('waiting', 'opened') and i.expires_at > ${now}, false),
    'event', m.event, 'seat', m.seat, 'at', ${iso(sql`m.at`)}, 'read', m.read_at is not null)`
}

export type ResendFacts = {
  caller: CallerRow
  answer: { state: Verdict['state'] } | null
  letter: LetterRow | null
}

export async function loadForResend(ctx: Context, id: string, requestId: string): Promise<ResendFacts> {
  return ctx.db.one<ResendFacts>(sql`
    with ${callerCte(ctx)}
    select (select to_jsonb(caller) from caller) as caller, ${callersAnswer('delivery.resend', requestId)} as answer,
      (select ${letterJson(ctx.now)} from outbox o ${AROUND} where o.id = ${id}) as letter`)
}

/**
 * Puts a dead letter, or a message for which no channel was open, back to its beginning, under the dedupe key it had:
 * whoever has had it knows it again. A refusal of its `template` stands as a warning and keeps nothing back any more.
 * False when the letter is neither any more.
 */
export async function resend(
  ctx: Context,
  entry: { id: string; callerId: string; requestId: string; template: Template | null },
): Promise<boolean> {
  const { now } = ctx
  const { back } = await ctx.db.one<{ back: boolean }>(sql`
    with back as (
      update outbox set state = 'waiting', attempts = 0, run_at = ${now}, reason = null, channel = null, handed_at = null, done_at = null
      where id = ${entry.id} and (state = 'dead' or state = 'dropped' and reason = 'no-channel') returning invitation_id
    ), tried as (
      update refusal set at = least(at, ${addDays(now, -1)}::timestamptz) from back where what = ${entry.template}
    ), planned as (
      update invitation i set text_plan = ${JSON.stringify({ kind: 'send', at: now.toISOString() })}::jsonb
      from back where i.id = back.invitation_id returning i.id, i.referrer_id
    ), told as (
      insert into change (person_id, kind, subject_id, at) select referrer_id, 'invitation', id, ${now}::timestamptz from planned
    ), answered as (${storeAnswer({
      ...{ actor: entry.callerId, requestId: entry.requestId, call: 'delivery.resend' },
      ...{ reply: { state: 'waiting' }, now, gate: sql`back` },
    })})
    select exists (select from back) as back`)
  return back
}
