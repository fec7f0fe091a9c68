import sql, { raw } from 'sql-template-tag'
import { openTestDatabase, type TestDatabase } from '@/testing/database'
import { openDatabase, type Database } from './database'

let database: TestDatabase
let db: Database

beforeAll(async () => {
  database = await openTestDatabase()
  // One connection: whatever it has prepared, each statement here meets.
  db = openDatabase(database.url, { max: 1, onIdleError: () => undefined })
})
afterAll(async () => {
  await db.close()
  await database.drop()
})

const prepared = () => db.one<{ n: number }>(sql`select count(*) as n from pg_prepared_statements`)

it('takes no statement for another one of the same length', async () => {
  for (const word of ['one', 'two', 'one', 'six', 'two'])
    expect(await db.one(sql`select ${raw(`'${word}'`)}::text as word`)).toEqual({ word })
})

it('prepares a statement once, however often it is composed anew', async () => {
  const compose = (value: number) => sql`select ${value}::int ${sql`as composed`}`
  await db.one(compose(1))
  const { n } = await prepared()
  for (const value of [2, 3]) expect(await db.one(compose(value))).toEqual({ composed: value })
  expect((await prepared()).n).toBe(n)
})

it.each(['2026-11-23T10:00:00.000Z', '1999-12-31T23:59:59.999Z', '2026-03-29T01:30:00.123Z'])(
  'keeps the moment %s to the millisecond, wherever the machine stands',
  async (moment) => {
    const { at } = await db.one<{ at: Date }>(sql`select ${new Date(moment)}::timestamptz as at`)
    expect(at.toISOString()).toBe(moment)
  },
)
