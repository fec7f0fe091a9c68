import { readConfig } from '@/cloud/config'
import { createSecrets, type Secrets } from '@/cloud/secrets'
import { openLocalDatabase, startLocalPostgres } from '../database'
import { dataFolder, makeFolder } from '../folder'

export type Target = { name: string; databaseUrl: string; secrets: Secrets; close(): Promise<void> }

/** The database the environment names; without one the local one, started for the while when it does not run. */
export async function openTarget(env: NodeJS.ProcessEnv): Promise<Target> {
  if (env.DATABASE_URL) {
    const { databaseUrl, keys, hashKey } = readConfig(env)
    const name = `the database of DATABASE_URL (${new URL(databaseUrl).host})`
    return { name, databaseUrl, secrets: createSecrets(keys, hashKey), close: async () => undefined }
  }
  const folder = dataFolder(env)
  makeFolder(folder)
  const postgres = await startLocalPostgres(folder)
  const stop = async () => {
    if (!postgres.reused) await postgres.stop()
  }
  try {
    const { service } = await openLocalDatabase(folder, postgres, 'http://127.0.0.1')
    await service.db.close()
    return { name: 'the local database', databaseUrl: postgres.url, secrets: service.secrets, close: stop }
  } catch (error) {
    await stop()
    throw error
  }
}
