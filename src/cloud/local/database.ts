import sql from 'sql-template-tag'
import type { Service } from '../context'
import { migrate } from '../store/migrate'
import type { DataFolder } from './folder'
import { startPostgres, type Postgres } from './postgres'
import { openKeys } from './secrets-file'
import { openLocalService, type LocalService } from './service'

/** PostgreSQL of this data folder with the newest schema, and the service on it. Whoever opens it closes both. */
export async function openLocalDatabase(
  folder: DataFolder,
  postgres: Postgres,
  publicUrl: string,
): Promise<LocalService> {
  await migrate(postgres.url)
  const local = openLocalService({
    databaseUrl: postgres.url,
    keys: await openKeys(folder.keys),
    filesFolder: folder.files,
    publicUrl,
  })
  await checkKeys(local.service, folder)
  return local
}

export function startLocalPostgres(folder: DataFolder): Promise<Postgres> {
  return startPostgres({ dataDir: folder.postgres })
}

/** Keys and database are two folders apart: one may be older than the other. Better said here than at the first number. */
async function checkKeys({ db, secrets }: Service, folder: DataFolder): Promise<void> {
  const [row] = await db.rows<{ enc: string }>(
    sql`select phone_enc as enc from employee union all select phone_enc from person where phone_enc is not null limit 1`,
  )
  try {
    if (row) secrets.decrypt(row.enc)
  } catch {
    throw new Error(
      `The keys in ${folder.keys} are not those the database was written with. Put the old ones back, or "npm run reset" begins anew.`,
    )
  }
}
