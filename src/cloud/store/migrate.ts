import { Kysely, Migrator, PostgresDialect } from 'kysely'
import { Pool } from 'pg'
import { MIGRATIONS } from './migrations'

/**
 * Brings a database to the newest schema. Safe when several start at once (the migrator holds a lock). Run by the
 * local server and by whoever deploys, never by a deployed function.
 */
export async function migrate(url: string): Promise<void> {
  const db = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool: new Pool({ connectionString: url, max: 1 }) }),
  })
  try {
    const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } })
    const { error } = await migrator.migrateToLatest()
    if (error) throw error
  } finally {
    await db.destroy()
  }
}
