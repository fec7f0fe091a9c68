import sql, { raw } from 'sql-template-tag'
import type { Ground } from '../ground/open-ground'
import type { Operation } from './operations'

/** How many rows there are where an operation leaves one each; 0 for a read. */
export async function rowsLeft({ leaves }: Operation, { service }: Ground): Promise<number> {
  if (!leaves) return 0
  const { n } = await service.db.one<{ n: number }>(sql`select count(*) as n from ${raw(leaves)}`)
  return n
}
