import sql from 'sql-template-tag'
import { MONDAY, openCompany, type Colleague, type Company } from '@/testing/company'
import { delivering } from '@/testing/delivering'
import { memoryDoors } from '@/testing/doors'
import { deliverDue } from '../outbox'
import { claimDue, LEASE_MS } from '../store/delivery/claim'
import { conclude } from '../store/delivery/conclude'
import { verdictOn } from './verdict'

const doors = memoryDoors()
let company: Company
let by: ReturnType<typeof delivering>
let referrer: Colleague
let applicationId: string

beforeAll(async () => {
  company = await openCompany(doors)
  by = delivering(company)
  referrer = await company.colleague()
  const recruiter = await company.colleague({ role: 'recruiter', name: '陈思' })
  applicationId = await company.application(
    referrer,
    await company.person(),
    await company.job({ recruiter }),
  )
  await by.reach(referrer, { wecomId: true })
})
afterAll(() => company.close())
beforeEach(async () => {
  company.at(MONDAY)
  await by.emptyOutbox()
  doors.given.wecom.length = 0
})

const later = (ms: number) => new Date(MONDAY.getTime() + ms)
const tell = () => by.tell(referrer, { event: 'owner-changed', seat: 'referrer', applicationId })
const tellMany = (count: number) => Promise.all(Array.from({ length: count }, tell))
const given = () => doors.given.wecom.map(({ id }) => id)

it('four workers at once send each of 500 messages once', async () => {
  const ids = await tellMany(500)
  const sent = await Promise.all(Array.from({ length: 4 }, () => deliverDue(company.service, MONDAY)))
  expect(sent.reduce((sum, one) => sum + one)).toBe(500)
  expect(given().sort()).toEqual(ids.sort())
  expect(await deliverDue(company.service, MONDAY)).toBe(0)
})

it('two claims at once get different rows, and have all of them', async () => {
  const ids = await tellMany(250)
  const batches = await Promise.all([1, 2, 3].map(() => claimDue(company.service.db, MONDAY)))
  const claimed = batches.flatMap(({ rows }) => rows.map(({ id }) => id))
  expect(new Set(claimed).size).toBe(claimed.length)
  expect(claimed.length).toBe(250)
  expect(claimed.sort()).toEqual(ids.sort())
})

it('a row whose worker died is sent when its lease is over, not before', async () => {
  const id = await tell()
  await claimDue(company.service.db, MONDAY)
  expect(await deliverDue(company.service, later(LEASE_MS - 1))).toBe(0)
  expect(await deliverDue(company.service, later(LEASE_MS))).toBe(1)
  expect(await by.row(id)).toMatchObject({ state: 'sent', attempts: 2 })
})

it('a row whose workers die over it eight times is laid aside', async () => {
  const id = await tell()
  let at = MONDAY
  for (let died = 0; died < 8; died++) {
    await claimDue(company.service.db, at)
    at = new Date(at.getTime() + LEASE_MS)
  }
  await deliverDue(company.service, at)
  expect(given()).toEqual([])
  expect(await by.row(id)).toMatchObject({ state: 'dead', reason: 'lost' })
})

it('a worker that comes back after its lease changes nothing that another has begun', async () => {
  const id = await tell()
  const [slow] = (await claimDue(company.service.db, MONDAY)).rows
  const [fast] = (await claimDue(company.service.db, later(LEASE_MS))).rows
  if (!slow || !fast) throw new Error('Both have claimed it')
  await conclude(company.service.db, [verdictOn(slow, { state: 'dead', reason: 'slow' })], later(LEASE_MS))
  expect(await by.row(id)).toMatchObject({ state: 'waiting', reason: null })
  await conclude(company.service.db, [verdictOn(fast, { state: 'sent', channel: 'wecom' })], later(LEASE_MS))
  await conclude(company.service.db, [verdictOn(slow, { state: 'dead', reason: 'slow' })], later(LEASE_MS))
  expect(await by.row(id)).toMatchObject({ state: 'sent', reason: null })
})

it('begins no batch after its time, and leaves the rest to the next run', async () => {
  await tellMany(250)
  let time = 0
  const clock = () => (time += 10)
  expect(await deliverDue(company.service, MONDAY, { ms: 15, clock })).toBe(200)
  expect(await deliverDue(company.service, MONDAY, { ms: 15, clock })).toBe(50)
})

it('a whole batch takes two statements, a claim and a conclusion', async () => {
  await tellMany(100)
  const { db } = company.service
  const before = db.statements
  await deliverDue(company.service, MONDAY)
  // And a claim that finds nothing more.
  expect(db.statements - before).toBe(3)
})

it('writes down what was sent although the database was away for a moment', async () => {
  const id = await tell()
  const { service } = company
  let failures = 2
  const rows: typeof service.db.rows = (statement) => {
    if (statement.text.includes('with verdict') && failures-- > 0) return Promise.reject(new Error('away'))
    return service.db.rows(statement)
  }
  expect(await deliverDue({ ...service, db: { ...service.db, rows } }, MONDAY)).toBe(1)
  expect(await by.row(id)).toMatchObject({ state: 'sent' })
})

it('writes down the messages of a batch although its texts could not be handed over', async () => {
  const id = await tell()
  await company.must(null, 'session.start', { phone: '13812345678' })
  const { service } = company
  const rows: typeof service.db.rows = (statement) =>
    statement.text.includes('text_quota') ? Promise.reject(new Error('away')) : service.db.rows(statement)
  await expect(deliverDue({ ...service, db: { ...service.db, rows } }, MONDAY)).rejects.toThrow('away')
  expect(await by.row(id)).toMatchObject({ state: 'sent' })
  expect(await service.db.rows(sql`select state from outbox where kind = 'login-code'`)).toEqual([
    { state: 'waiting' },
  ])
})

it('names nobody in the log', async () => {
  company.lines.length = 0
  doors.meets('wecom', { outcome: 'later', reason: 'busy' })
  const id = await tell()
  await deliverDue(company.service, MONDAY)
  expect(company.lines.map((line) => JSON.parse(line) as object)).toEqual([
    { at: expect.any(String), job: 'deliver', id, outcome: 'waiting', channel: 'wecom', reason: 'busy' },
  ])
})
