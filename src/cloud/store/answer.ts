import sql, { type Sql } from 'sql-template-tag'
import type { CallName } from '@/contract/calls'

/** Sub-select: the first answer to this request id of the caller (CTE `caller`), or null. */
export function callersAnswer(call: CallName, requestId: string): Sql {
  return sql`(select reply from answer where actor = (select id::text from caller) and request_id = ${requestId} and call = ${call})`
}

/**
 * CTE body that stores the answer when the CTE `gate` has a row. Two equal requests at once: the unique key lets one
 * through, the other runs again and finds the answer.
 */
export function storeAnswer(entry: {
  actor: string
  requestId: string
  call: CallName
  reply: object
  now: Date
  gate: Sql
}): Sql {
  return sql`insert into answer (actor, request_id, call, reply, at)
    select ${entry.actor}, ${entry.requestId}, ${entry.call}, ${JSON.stringify(entry.reply)}::json, ${entry.now}::timestamptz
    from ${entry.gate}`
}
