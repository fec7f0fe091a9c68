import { Client } from 'pg'
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
import { sweep } from './upkeep'

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

it('does not lose a change whose transaction began earlier and committed later', async () => {
  const slow = new Client({ connectionString: company.url })
  await slow.connect()
  const change = `insert into change (person_id, kind, subject_id, at) values ($1, 'application', $2, now())`
  const late = '00000000-0000-7000-8000-00000000000a'
  const quick = '00000000-0000-7000-8000-00000000000b'
  try {
    await slow.query('begin')
    await slow.query(change, [referrer.id, late])
    const before = await sync(referrer, null)
    await company.service.db.rows({ text: change, values: [referrer.id, quick] } as never)
    const between = await sync(referrer, before.cursor)
    expect(between.changed).toEqual([{ kind: 'application', id: quick }])
    await slow.query('commit')
    const after = await sync(referrer, between.cursor)
    expect(after.changed).toEqual([{ kind: 'application', id: late }])
    expect((await sync(referrer, after.cursor)).changed).toEqual([])
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

it('costs one statement and less than 300 bytes when nothing happened, with other transactions running', async () => {
  await company.must(referrer, 'invitation.send', send(freshPhone(), jobId))
  const { cursor } = await sync(referrer, null)
  const before = company.service.db.statements
  const reply = await company.call(referrer, 'progress.sync', { cursor })
  expect(company.service.db.statements - before).toBe(1)
  expect(Buffer.byteLength(JSON.stringify(reply))).toBeLessThanOrEqual(300)
})
