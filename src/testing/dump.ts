import sql, { raw } from 'sql-template-tag'
import type { Database } from '@/cloud/store/database'

/** Every row of every table of ours, written out as text: what somebody with a copy of the database would read. */
export async function everyTableAsText(db: Database): Promise<string> {
  const tables = await db.rows<{ name: string }>(
    sql`select tablename as name from pg_tables where schemaname = 'public'`,
  )
  const texts: string[] = []
  for (const { name } of tables) {
    const rows = await db.rows<{ row: string }>(sql`select t::text as row from ${raw(`"${name}"`)} t`)
    texts.push(`${name}\n${rows.map(({ row }) => row).join('\n')}`)
  }
  return texts.join('\n')
}
