import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Service } from '@/cloud/context'
import { migrate } from '@/cloud/store/migrate'
import { removePostgres, startPostgres } from '../../postgres'
import type { LocalKeys } from '../../secrets-file'
import { openLocalService } from '../../service'
import type { Cleanup } from '../cleanup'
import { tell } from '../tell'
import { POPULATION } from './population'
import { seed } from './seed'

/** Everything a local service needs, as it goes to the process of the HTTP face. */
export type ServiceParts = Parameters<typeof openLocalService>[0]

/** A throw-away database with people in it, and a service of this process that works on it. */
export type Ground = { folder: string; parts: ServiceParts; service: Service }

/** A PostgreSQL of this run's own, durable as production is, gone when the bench ends. */
export async function openCluster(cleanup: Cleanup): Promise<{ folder: string; url: string }> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'bole-bench-'))
  cleanup.later(() => rmSync(folder, { recursive: true, force: true }))
  const dataDir = path.join(folder, 'postgres')
  cleanup.later(() => removePostgres({ dataDir }))
  const { url } = await startPostgres({ dataDir, log: tell })
  return { folder, url }
}

/** What most parts work on: a database with some thousand people in a cluster of its own. */
export async function openGround(cleanup: Cleanup): Promise<Ground> {
  const { folder, url } = await openCluster(cleanup)
  await migrate(url)
  const ground = openParts({ folder, url }, cleanup)
  const { db, secrets } = ground.service
  await seed((statement) => db.rows(statement), secrets, POPULATION)
  return ground
}

/** A service of this process on a database that has its tables. */
export function openParts({ folder, url }: { folder: string; url: string }, cleanup: Cleanup): Ground {
  const parts: ServiceParts = {
    databaseUrl: url,
    keys: newKeys(),
    filesFolder: path.join(folder, 'files'),
    publicUrl: 'https://refer.example.com',
  }
  const { service } = openLocalService(parts)
  cleanup.later(() => service.db.close())
  return { folder, parts, service }
}

function newKeys(): LocalKeys {
  const key = () => randomBytes(32).toString('base64')
  return { encryption: key(), hash: key(), links: key() }
}
