import sql, { type Sql } from 'sql-template-tag'
import type { Context } from '../context'
import { callerCte, type CallerRow } from './caller'
import { messageJson, type MessageRow } from './message-facts'
import { UNREAD_LIMIT } from './sync'

export const PAGE_SIZE = 30

export type Place = { at: string; id: string }

export type InboxPage = {
  caller: CallerRow
  /** One more than a page where there are more. */
  items: MessageRow[]
  unread: number
}

/**
 * A page of what the caller has been told, newest first, with the facts that its words are made from. `after` is the last
 * message of the page before. One statement, which reads no more messages than it gives.
 */
export async function listMessages(ctx: Context, after: Place | null): Promise<InboxPage> {
  const beyond = after ? sql`(m.at, m.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql`true`
  return ctx.db.one<InboxPage>(sql`
    with ${callerCte(ctx)}, page as materialized (
      select m.* from message m where m.person_id = (select id from caller) and ${beyond}
      order by m.at desc, m.id desc limit ${PAGE_SIZE + 1}
    )
    select (select to_jsonb(caller) from caller) as caller,
      (select coalesce(jsonb_agg(${messageJson(sql`page`)} order by page.at desc, page.id desc), '[]') from page) as items,
      ${unreadOf(sql`select id from caller`)} as unread`)
}

/** Sub-select: how many messages a person has not read, counted up to `UNREAD_LIMIT`. */
export function unreadOf(person: Sql): Sql {
  return sql`(select count(*) from (
        select from message unread where unread.person_id = (${person}) and unread.read_at is null limit ${UNREAD_LIMIT}
      ) as counted)`
}

/**
 * Marks messages of a person as read: these, or all up to a moment. Returns how many are left, counted up to
 * `UNREAD_LIMIT`. Twice is the same as once: no answer has to be kept.
 */
export async function markRead(
  ctx: Context,
  entry: { personId: string; ids: readonly string[]; upTo: string | null },
): Promise<number> {
  const { personId, ids, upTo } = entry
  const { unread } = await ctx.db.one<{ unread: number }>(sql`
    with marked as (
      update message set read_at = ${ctx.now}
      where person_id = ${personId} and read_at is null and (id = any(${[...ids]}::uuid[]) or at <= ${upTo}::timestamptz)
      returning id
    )
    select count(*) as unread from (
      select from message m where m.person_id = ${personId} and m.read_at is null
        and not exists (select from marked where marked.id = m.id) limit ${UNREAD_LIMIT}
    ) as counted`)
  return unread
}

/** Who reads. */
export async function findReader(ctx: Context): Promise<CallerRow> {
  const { caller } = await ctx.db.one<{ caller: CallerRow }>(sql`
    with ${callerCte(ctx)} select (select to_jsonb(caller) from caller) as caller`)
  return caller
}
