import { DatabaseError } from 'pg'
import sql, { type Sql } from 'sql-template-tag'
import { AppError } from '@/contract/errors'
import type { Context } from '../context'
import { callerCte, type CallerRow } from './caller'

export type SyncRow = {
  caller: CallerRow
  cursor: string
  changed: { kind: 'invitation' | 'application'; id: string }[]
  reset: boolean
  /** Messages not read yet, counted up to `UNREAD_LIMIT`. */
  unread: number
}

/** Nobody needs to know how many more there are, and counting them costs on every poll. */
export const UNREAD_LIMIT = 100

/**
 * What changed for the caller between two moments. A cursor is a snapshot of PostgreSQL (`xmin:xmax:running`): a change
 * counts as new when it is visible now and was not visible in the cursor's snapshot, whichever transaction began first.
 * So a change that began earlier and committed later is found, and none is told twice. One index look-up by (person, txid).
 * `unread` comes with every answer, because reading a message changes nothing that is listed here.
 * `reset`: the cursor is of another life of the database, or from before changes that have been swept.
 */
export async function syncProgress(ctx: Context, cursor: string | null): Promise<SyncRow> {
  try {
    return await ctx.db.one<SyncRow>(statement(ctx, cursor))
  } catch (error) {
    // The shape was right and yet PostgreSQL knows no such snapshot: somebody made it up.
    if (error instanceof DatabaseError && error.code?.startsWith('22'))
      throw new AppError('bad-input', 'No such cursor', { field: 'cursor' })
    throw error
  }
}

function statement(ctx: Context, cursor: string | null): Sql {
  return sql`
    with ${callerCte(ctx)}, now as materialized (select pg_current_snapshot() as seen),
    earlier as materialized (
      select s as seen from (select ${cursor}::pg_snapshot as s) as given, now
      where pg_snapshot_xmax(s) <= pg_snapshot_xmax(now.seen)
        and not exists (select from change_floor where txid >= pg_snapshot_xmin(s))
    )
    select (select to_jsonb(caller) from caller) as caller,
      (select seen::text from now) as cursor,
      (select coalesce(jsonb_agg(distinct jsonb_build_object('kind', c.kind, 'id', c.subject_id)), '[]')
        from change c, earlier
        where c.person_id = (select id from caller)
          and c.txid >= pg_snapshot_xmin(earlier.seen) and not pg_visible_in_snapshot(c.txid, earlier.seen)) as changed,
      ${cursor}::text is not null and not exists (select from earlier) as reset,
      (select count(*) from (
        select from message where person_id = (select id from caller) and read_at is null limit ${UNREAD_LIMIT}
      ) as counted) as unread`
}
