import type { Sql } from 'sql-template-tag'
import { openDatabase, type Database } from '@/cloud/store/database'
import { everyTableAsText } from '@/testing/dump'
import type { LocalServer } from '../../local-server'

type Place = Pick<LocalServer, 'databaseUrl'>

// A second look at what the server has stored, past the server itself.

async function withDatabase<T>({ databaseUrl }: Place, use: (db: Database) => Promise<T>): Promise<T> {
  const db = openDatabase(databaseUrl, { max: 1, onIdleError: () => undefined })
  try {
    return await use(db)
  } finally {
    await db.close()
  }
}

export function rowsOf<Row extends object>(server: Place, query: Sql): Promise<Row[]> {
  return withDatabase(server, (db) => db.rows<Row>(query))
}

/** All that somebody with a copy of the database would read. */
export const readTables = (server: Place): Promise<string> => withDatabase(server, everyTableAsText)
