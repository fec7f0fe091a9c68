import { Client } from 'pg'
import sql, { type Sql } from 'sql-template-tag'
import { addDays } from '@/domain/shanghai'
import {
  freshPhone,
  MONDAY,
  openCompany,
  requestId,
  send,
  type Colleague,
  type Company,
} from '@/testing/company'
import { sweep } from './sweep'

let company: Company
let referrer: Colleague
let recruiter: Colleague
let jobId: string

beforeAll(async () => {
  company = await openCompany()
  referrer = await company.colleague()
  recruiter = await company.colleague({ role: 'recruiter', name: '陈思' })
  jobId = await company.job({ recruiter })
})
afterAll(() => company.close())

const sync = (who: Colleague, cursor: string | null) => company.must(who, 'progress.sync', { cursor })

it('tells each change exactly once, to everybody it concerns', async () => {
  const candidate = await company.person()
  const id = await company.application(referrer, candidate, jobId)
  const everybody = [referrer, recruiter, candidate] as Colleague[]
  const cursors = await Promise.all(everybody.map(async (who) => (await sync(who, null)).cursor))
  await company.must(recruiter, 'stage.move', {
    ...{ requestId: requestId(), id, version: 1, to: 'screening', reason: null },
    ...{ candidateText: '在看了', referrerText: '初筛中', internalNote: null },
  })
  for (const [index, who] of everybody.entries()) {
    const news = await sync(who, cursors[index] ?? null)
    expect(news.changed).toEqual([{ kind: 'application', id }])
    expect((await sync(who, news.cursor)).changed).toEqual([])
  }
})

it('tells a change that was held open over 50 later commits, at the next sync after its own', async () => {
  const slow = await connected()
  const held = subject(1)
  try {
    await slow.query('begin')
    await slow.query(...change(held))
    let { cursor } = await sync(referrer, null)
    for (let n = 2; n <= 51; n++) {
      await company.service.db.rows(changeRow(subject(n)))
      const news = await sync(referrer, cursor)
      expect(news.changed).toEqual([{ kind: 'application', id: subject(n) }])
      cursor = news.cursor
    }
    await slow.query('commit')
    const after = await sync(referrer, cursor)
    expect(after.changed).toEqual([{ kind: 'application', id: held }])
    expect((await sync(referrer, after.cursor)).changed).toEqual([])
  } finally {
    await slow.end()
  }
})

it('tells it also to a reader who slept from before it until after it', async () => {
  const slow = await connected()
  const [held, quick] = [subject(61), subject(62)]
  try {
    const { cursor } = await sync(referrer, null)
    await slow.query('begin')
    await slow.query(...change(held))
    await company.service.db.rows(changeRow(quick))
    await slow.query('commit')
    const { changed } = await sync(referrer, cursor)
    expect(changed.map(({ id }) => id).sort()).toEqual([held, quick])
  } finally {
    await slow.end()
  }
})

it('asks for a fresh start when the cursor is of another life of the database', async () => {
  expect(await sync(referrer, '999999999:999999999:')).toMatchObject({ reset: true, changed: [] })
  expect(await company.call(referrer, 'progress.sync', { cursor: '1:1:x' })).toMatchObject({
    code: 'bad-input',
  })
})

it.each(['9:5:', '5:9:99', '99999999999999999999:99999999999999999999:'])(
  'answers the made-up cursor %s with an error of the caller’s or a fresh start',
  async (cursor) => {
    const reply = await company.call(referrer, 'progress.sync', { cursor })
    expect(reply.ok ? reply.data.reset : reply.code).toEqual(reply.ok ? true : 'bad-input')
  },
)

it('asks for a fresh start when changes since the cursor have been swept, and only then', async () => {
  const { cursor: old } = await sync(referrer, null)
  await company.must(referrer, 'invitation.send', send(freshPhone(), jobId))
  const { cursor: recent } = await sync(referrer, null)
  await sweep(company.service.db, addDays(MONDAY, 6))
  expect(await sync(referrer, old)).toMatchObject({ reset: false, changed: [{ kind: 'invitation' }] })
  await sweep(company.service.db, addDays(MONDAY, 8))
  expect(await sync(referrer, old)).toMatchObject({ reset: true, changed: [] })
  expect(await sync(referrer, recent)).toMatchObject({ reset: false, changed: [] })
})

it.each([
  [0, 0],
  [3, 3],
  [100, 100],
  [101, 100],
  [250, 100],
])('says of %d messages that nobody has read: %d', async (written, told) => {
  const reader = await company.colleague()
  await writeMessages(reader, written)
  expect(await sync(reader, null)).toMatchObject({ unread: told })
})

it('counts neither what was read nor what is somebody else’s', async () => {
  const [reader, other] = [await company.colleague(), await company.colleague()]
  await writeMessages(reader, 3)
  await writeMessages(other, 5)
  await company.service.db.rows(sql`update message set read_at = now() where id in
    (select id from message where person_id = ${reader.id} limit 2)`)
  expect(await sync(reader, null)).toMatchObject({ unread: 1 })
})

it('costs one statement and at most 300 bytes when nothing happened, with 5,000 messages and ten transactions running', async () => {
  const reader = await company.colleague()
  await writeMessages(reader, 5_000)
  const running = await Promise.all(Array.from({ length: 10 }, connected))
  try {
    for (const client of running) await client.query('begin; select pg_current_xact_id()')
    const { cursor } = await sync(reader, null)
    const before = company.service.db.statements
    const reply = await company.call(reader, 'progress.sync', { cursor })
    expect(company.service.db.statements - before).toBe(1)
    expect(reply).toMatchObject({ ok: true, data: { changed: [], unread: 100 } })
    expect(Buffer.byteLength(JSON.stringify(reply))).toBeLessThanOrEqual(300)
  } finally {
    await Promise.all(running.map((client) => client.end()))
  }
})

it('finds the unread ones by their index', async () => {
  await company.service.db.rows(sql`analyze message`)
  const plan = await company.service.db.rows<{ 'QUERY PLAN': string }>(
    sql`explain select from message where person_id = ${referrer.id} and read_at is null limit 100`,
  )
  expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toContain('message_unread')
})

async function connected(): Promise<Client> {
  const client = new Client({ connectionString: company.url })
  await client.connect()
  return client
}

const subject = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`

function changeRow(id: string): Sql {
  return sql`insert into change (person_id, kind, subject_id, at) values (${referrer.id}, 'application', ${id}, now())`
}

function change(id: string): [text: string, values: unknown[]] {
  const { text, values } = changeRow(id)
  return [text, values]
}

async function writeMessages(reader: Colleague, count: number): Promise<void> {
  await company.service.db.rows(sql`insert into message (id, person_id, seat, event, occasion, dedupe_key, at)
    select id, ${reader.id}, 'referrer', 'digest', id, id::text, now()
    from (select gen_random_uuid() as id from generate_series(1, ${count}::int)) as made`)
}
