import sql, { raw, type Sql } from 'sql-template-tag'
import type { NoticeChannel, Template } from '@/domain/notices/event'
import type { Quiet } from '@/domain/notices/quiet'
import type { Database } from '../database'
import { messageJson, type MessageRow } from '../message-facts'
import { REFUSALS, type Refusals } from './refusals'

/** Longer than a whole run and the slowest hand-over in it may take: until then nobody else claims the row. */
export const LEASE_MS = 120_000

type Claimed = {
  id: string
  /** This one included. */
  attempts: number
  /** When it may be claimed again, unless it is concluded before. It tells one claim of a row from the next. */
  lease: Date
  createdAt: Date
  /** Of the try before. */
  reason: string | null
}

export type ClaimedText = Claimed & {
  kind: 'login-code' | 'invitation'
  recipientEnc: string | null
  bodyEnc: string | null
  handedAt: Date | null
  invitationId: string | null
  /** The invitation waits for an answer. */
  live: boolean
  optedOut: boolean
}

export type ClaimedMessage = Claimed & {
  kind: 'message'
  personId: string
  message: MessageRow
  recipient: RecipientRow
}

/** How somebody could be reached. `wants` and `quiet` are null for somebody who has chosen nothing. */
export type RecipientRow = {
  openid: string | null
  wecomId: string | null
  email: string | null
  wants: Record<NoticeChannel, boolean> | null
  quiet: Quiet | null
  credits: Partial<Record<Template, number>> | null
}

export type ClaimedRow = ClaimedText | ClaimedMessage

export type Batch = { rows: ClaimedRow[]; refusals: Refusals }

/** Rows of one batch. */
export const BATCH = 100
const LIMIT = raw(String(BATCH))

/**
 * Claims what is due, at most a batch, with everything that decides about it: one statement. Two that claim at once
 * get different rows; one whose claimer died is claimed again when its lease is over. Login codes come first. `only`: one
 * kind and no other.
 */
export async function claimDue(db: Database, now: Date, only?: 'login-code' | 'message'): Promise<Batch> {
  const lease = new Date(now.getTime() + LEASE_MS)
  // The limits are written out and the ids are an array: with unknown numbers PostgreSQL would plan for a tenth of the table.
  const found = await db.rows<ClaimedRow & { refusals: Refusals | null }>(sql`
    with codes as materialized (
      select id, 1 as turn from outbox where state = 'waiting' and kind = 'login-code' and run_at <= ${now} and ${only !== 'message'}::boolean
      order by run_at limit ${LIMIT} for update skip locked
    ), others as materialized (
      select id, 2 as turn from outbox where state = 'waiting' and kind <> 'login-code' and run_at <= ${now}
        and ${only !== 'login-code'}::boolean and (kind = 'message' or ${only !== 'message'}::boolean)
      order by run_at limit ${LIMIT} for update skip locked
    ), o as (
      update outbox set attempts = attempts + 1, run_at = ${lease}
      where id = any(array(select id from (select * from codes union all select * from others) as due order by turn limit ${LIMIT}))
      returning *
    )
    select o.id, o.kind, o.attempts, o.run_at as lease, o.created_at as "createdAt", o.reason,
      o.recipient_enc as "recipientEnc", o.body_enc as "bodyEnc", o.handed_at as "handedAt", o.invitation_id as "invitationId",
      coalesce(i.status in ('waiting', 'opened') and i.expires_at > ${now}, false) as live,
      exists (select from text_opt_out x where x.phone_hash = o.recipient_hash) as "optedOut",
      o.person_id as "personId",
      case when m.id is not null then ${messageJson(sql`m`)} end as message, case when m.id is not null then ${RECIPIENT} end as recipient,
      ${REFUSALS} as refusals
    from o
      left join invitation i on i.id = o.invitation_id
      left join message m on m.id = o.message_id
      left join person p on p.id = o.person_id
      left join employee e on e.phone_hash = p.phone_hash and e.active
      left join notice_setting n on n.person_id = o.person_id
    order by o.created_at, o.id`)
  return { rows: found, refusals: found[0]?.refusals ?? {} }
}

/** `RecipientRow`, from aliases `p` (person), `e` (employee) and `n` (notice_setting), each left joined. */
export const RECIPIENT: Sql = sql`jsonb_build_object('openid', p.openid, 'wecomId', e.wecom_id, 'email', e.email,
  'wants', case when n.person_id is not null then jsonb_build_object('wecom', n.wecom, 'subscribe', n.subscribe, 'email', n.email) end,
  'quiet', case when n.person_id is not null then jsonb_build_object('from', n.quiet_from, 'to', n.quiet_to) end,
  'credits', (select jsonb_object_agg(c.template, c.credits) from subscribe_credit c where c.person_id = p.id))`
