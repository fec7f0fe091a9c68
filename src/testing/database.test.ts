import { Client } from 'pg'
import { openEmptyDatabase, openTestDatabase } from './database'

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

const tables = "select tablename from pg_tables where schemaname = 'public'"

it('gives each caller a migrated database of its own', async () => {
  const [one, other] = await Promise.all([openTestDatabase(), openTestDatabase()])
  await query(one.url, 'create table only_here (id int)')

  expect((await query(other.url, tables)).length).toBeGreaterThan(0)
  expect(await query(other.url, tables)).not.toContainEqual({ tablename: 'only_here' })
  expect(await query(one.url, tables)).toContainEqual({ tablename: 'only_here' })
  await Promise.all([one.drop(), other.drop()])
  await expect(query(one.url, 'select 1')).rejects.toMatchObject({ code: '3D000' })
})

it('gives an empty database to tests of the migrations', async () => {
  const empty = await openEmptyDatabase()
  expect(await query(empty.url, tables)).toEqual([])
  await empty.drop()
})
