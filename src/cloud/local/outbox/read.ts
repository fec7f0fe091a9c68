import sql from 'sql-template-tag'
import type { NoticeEvent, NoticeSeat } from '@/domain/notices/event'
import type { Service } from '@/cloud/context'
import { readText } from '@/cloud/delivery/text-body'
import { presentMessage } from '@/cloud/present-message'
import { messageJson, type MessageRow } from '@/cloud/store/message-facts'
import type { LocalMessages } from '../doors/messages'

export type OutboxEntry = {
  kind: 'login-code' | 'invitation' | 'message'
  /** The full number; null once it was erased. */
  to: string | null
  /** Of a colleague, or of somebody who has applied. */
  name: string | null
  /** Over which it went or is going; null while that is open. */
  channel: 'sms' | 'wecom' | 'subscribe' | 'email' | null
  /** What a message tells of, and in which part its reader is told. */
  about: { event: NoticeEvent; seat: NoticeSeat } | null
  title: string | null
  /** Null once it was erased. */
  body: string | null
  /** A page of the mini-program, or a web address. */
  opens: string | null
  at: Date
  runAt: Date
  state: 'waiting' | 'sent' | 'dropped' | 'dead'
  reason: string | null
  attempts: number
}

type Row = Pick<
  OutboxEntry,
  'kind' | 'channel' | 'name' | 'at' | 'runAt' | 'state' | 'reason' | 'attempts'
> & {
  id: string
  recipientEnc: string | null
  bodyEnc: string | null
  message: MessageRow | null
}

const SHOWN = 100

/**
 * The newest of what leaves the house, opened: whoever runs the local server is everybody's phone. Texts are read from
 * the table; a message as its door was given it, and as it would read now while no door was.
 */
export async function readOutbox(
  service: Service,
  messages: LocalMessages,
  now: Date,
): Promise<OutboxEntry[]> {
  const rows = await service.db.rows<Row>(sql`
    with o as materialized (select * from outbox order by created_at desc, id desc limit ${SHOWN})
    select o.id, o.kind, case when o.kind = 'message' then o.channel else 'sms' end as channel, o.state, o.reason, o.attempts,
      o.created_at as at, o.run_at as "runAt", coalesce(o.recipient_enc, p.phone_enc) as "recipientEnc", o.body_enc as "bodyEnc",
      coalesce(e.name, (select a.candidate_name from application a where a.candidate_id = p.id order by a.id desc limit 1)) as name,
      case when m.id is not null then ${messageJson(sql`m`)} end as message
    from o left join message m on m.id = o.message_id left join person p on p.id = o.person_id
      left join employee e on e.phone_hash = coalesce(p.phone_hash, o.recipient_hash)
    order by o.created_at desc, o.id desc`)
  return rows.map(({ id, recipientEnc, bodyEnc, message, ...row }) => ({
    ...row,
    to: recipientEnc === null ? null : service.secrets.decrypt(recipientEnc),
    about: message && { event: message.event, seat: message.seat },
    ...(message
      ? wordsOf(id, message, service, messages, now)
      : { title: null, opens: null, body: textOf(bodyEnc, service) }),
  }))
}

type Words = Pick<OutboxEntry, 'title' | 'body' | 'opens'>

function wordsOf(id: string, row: MessageRow, service: Service, messages: LocalMessages, now: Date): Words {
  const given = messages.find(id)
  if (given) return { title: given.title, body: given.lines.join('\n'), opens: given.opens }
  const { title, body } = presentMessage(row, service, now)
  return { title, body, opens: null }
}

function textOf(bodyEnc: string | null, { secrets }: Service): string | null {
  return bodyEnc === null ? null : readText(bodyEnc, secrets).body
}
