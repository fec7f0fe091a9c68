import sql, { join, raw } from 'sql-template-tag'
import type { Database } from '@/cloud/store/database'

/** Every row of every table, as text. */
export type Rows = ReadonlyMap<string, readonly string[]>

export async function everyRow(db: Database): Promise<Rows> {
  const tables = await db.rows<{ name: string }>(
    sql`select tablename as name from pg_tables where schemaname = 'public' order by tablename`,
  )
  const each = tables.map(
    ({ name }) => sql`(select ${name}::text as name, t::text as row from ${raw(`"${name}"`)} t order by 2)`,
  )
  const rows = new Map<string, string[]>(tables.map(({ name }) => [name, []]))
  for (const { name, row } of await db.rows<{ name: string; row: string }>(join(each, ' union all ')))
    rows.get(name)?.push(row)
  return rows
}

/** How many rows of which table came and went: `{ touch: '+1 -0' }`. A changed row has gone and come. */
export type Footprint = Record<string, string>

export function footprint(before: Rows, after: Rows): Footprint {
  const print: Footprint = {}
  for (const [name, rows] of after) {
    const old = before.get(name) ?? []
    const came = rows.filter((row) => !old.includes(row)).length
    const went = old.filter((row) => !rows.includes(row)).length
    if (came + went > 0) print[name] = `+${came} -${went}`
  }
  return print
}
