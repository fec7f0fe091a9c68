import { realpathSync } from 'node:fs'
import { Client } from 'pg'

export const DATABASE = 'bole'

export function urlOf(port: number, password: string, database = DATABASE): string {
  return `postgres://postgres:${password}@127.0.0.1:${port}/${database}`
}

/** Whether the server on this port takes our password and serves this data folder: only then it is ours. */
export async function opens(port: number, password: string, pgdata: string): Promise<boolean> {
  try {
    return await withClient(port, password, async (client) => {
      const { rows } = await client.query<{ data_directory: string }>('show data_directory')
      const served = rows[0]?.data_directory
      return served !== undefined && sameFolder(served, pgdata)
    })
  } catch {
    return false
  }
}

export async function makeDatabase(port: number, password: string): Promise<void> {
  await withClient(port, password, async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE])
    if (rowCount) return
    await client.query(`create database ${DATABASE}`).catch((error: { code?: string }) => {
      if (error.code !== '42P04' && error.code !== '23505') throw error // else another process was first
    })
  })
}

async function withClient<T>(
  port: number,
  password: string,
  use: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client({
    connectionString: urlOf(port, password, 'postgres'),
    connectionTimeoutMillis: 5_000,
  })
  client.on('error', () => undefined) // a connection lost while idle; the query in hand rejects by itself
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

function sameFolder(one: string, other: string): boolean {
  try {
    return realpathSync(one) === realpathSync(other)
  } catch {
    return one === other // not ours to look at: another user's folder
  }
}
