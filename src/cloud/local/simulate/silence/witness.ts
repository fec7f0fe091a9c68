import sql from 'sql-template-tag'
import { addDays, shanghaiDay } from '@/domain/shanghai'
import type { Database } from '../../../store/database'

/** What the database says, noted every day because the clock sweeps it away. */
export type Witness = {
  /** Notes what came since the last time. */
  look(now: Date): Promise<void>
  /** Texts whose instance died while it handed them over: nobody can tell whether they arrived. */
  lookForCutOff(): Promise<void>
  messages: number
  /** By message or text: its dedupe key. */
  keys: Map<string, string>
  dead: Set<string>
  dropped: Set<string>
  sent: Set<string>
  cutOff: Set<string>
  /** `person date`: how many digests. */
  digests: Map<string, number>
  /** When somebody was told something of a record: `record person`, ms. */
  told: Map<string, number[]>
}

type Row = { id: string; key: string; state: string }

export function createWitness(db: Database, begin: Date): Witness {
  let seen = begin
  const witness: Witness = {
    ...{ messages: 0, keys: new Map(), digests: new Map(), told: new Map() },
    ...{ dead: new Set(), dropped: new Set(), sent: new Set(), cutOff: new Set() },
    async look(now) {
      const outbox = await db.rows<Row>(sql`select o.id, coalesce(m.dedupe_key, o.dedupe_key) as key, o.state
        from outbox o left join message m on m.id = o.message_id where o.done_at > ${addDays(seen, -1)} or (o.state <> 'waiting' and o.done_at is null)`)
      for (const { id, key, state } of outbox) {
        witness.keys.set(id, key)
        const set = state === 'dead' ? witness.dead : state === 'dropped' ? witness.dropped : witness.sent
        set.add(id)
      }
      const told = await db.rows<{
        record: string | null
        person: string
        at: Date
        event: string
        message: string
      }>(sql`
        select coalesce(i.subject_id, m.subject_id) as record, m.person_id as person, m.at, m.event, m.id as message
        from message m left join digest_item i on i.message_id = m.id
        where m.at > ${seen} and m.at <= ${now} order by m.at, m.id`)
      const counted = new Set<string>()
      for (const { record, person, at, event, message } of told) {
        if (record !== null) push(witness.told, `${record} ${person}`, at.getTime())
        if (counted.has(message)) continue
        counted.add(message)
        witness.messages++
        if (event !== 'digest') continue
        const day = `${person} ${shanghaiDay(at).date}`
        witness.digests.set(day, (witness.digests.get(day) ?? 0) + 1)
      }
      seen = now
    },
    async lookForCutOff() {
      const texts = await db.rows<{ id: string }>(
        sql`select id from outbox where kind = 'invitation' and state = 'waiting' and handed_at is not null`,
      )
      for (const { id } of texts) witness.cutOff.add(id)
    },
  }
  return witness
}

function push(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
