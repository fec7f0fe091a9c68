import { Client } from 'pg'
import type { Sql } from 'sql-template-tag'
import { migrate } from '@/cloud/store/migrate'
import type { Cleanup } from '../cleanup'
import { openParts, type Ground } from '../ground/open-ground'
import type { Population } from '../ground/population'
import { seed } from '../ground/seed'
import { tell } from '../tell'
import { sizeInWords } from './sizes'

/** A database of its own in the cluster, filled to a size, with a service of this process on it. */
export async function openSized(
  cluster: { folder: string; url: string },
  name: string,
  population: Population,
  cleanup: Cleanup,
): Promise<Ground> {
  await withClient(cluster.url, (client) => client.query(`create database ${name}`))
  const url = new URL(cluster.url)
  url.pathname = `/${name}`
  await migrate(url.toString())
  const ground = openParts({ folder: cluster.folder, url: url.toString() }, cleanup)
  tell(`filling a database: ${sizeInWords(population)}`)
  // Millions of rows that are known to fit together: without checking each reference, in statements that may take long.
  await withClient(`${url}?options=-c%20session_replication_role%3Dreplica`, (client) =>
    seed((statement) => runTold(client, statement), ground.service.secrets, population),
  )
  return ground
}

async function runTold(client: Client, { text, values }: Sql): Promise<void> {
  const startedAt = performance.now()
  const { rowCount } = await client.query(text, values)
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  const [, table] = /^insert into (\w+)/.exec(text) ?? []
  tell(table ? `  ${table}: ${rowCount ?? 0} rows, ${seconds} s` : `  ${text}: ${seconds} s`)
}

async function withClient<T>(url: string, use: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url })
  client.on('error', () => undefined) // of a server that is stopped; the statement in hand rejects by itself
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}
