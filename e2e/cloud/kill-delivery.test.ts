import sql from 'sql-template-tag'
import { LEASE_MS } from '@/cloud/store/delivery/claim'
import { freshPhone, MONDAY, openCompany, send, type Colleague, type Company } from '@/testing/company'
import { delivering } from '@/testing/delivering'
import type { WorkDeath } from './kill/order'
import { makeWorkers, type Workers } from './kill/workers'

const MESSAGES = 6
const TEXTS = 4

let company: Company
let by: ReturnType<typeof delivering>
let workers: Workers
let referrer: Colleague
let applicationId: string

beforeAll(async () => {
  company = await openCompany()
  by = delivering(company)
  workers = await makeWorkers(company)
  const recruiter = await company.colleague({ role: 'recruiter', name: '陈思' })
  const reader = await company.colleague()
  await by.reach(reader, { wecomId: true })
  applicationId = await company.application(reader, await company.person(), await company.job({ recruiter }))
  referrer = reader
})
afterAll(async () => {
  workers.remove()
  await company.close()
})
beforeEach(async () => {
  await by.emptyOutbox()
  workers.given()
})

const afterLeases = (count: number) => new Date(MONDAY.getTime() + count * LEASE_MS)

async function fill(messages: number, texts: number): Promise<{ messages: string[]; texts: string[] }> {
  const ids = { messages: [] as string[], texts: [] as string[] }
  for (let n = 0; n < messages; n++)
    ids.messages.push(await by.tell(referrer, { event: 'owner-changed', seat: 'referrer', applicationId }))
  for (let n = 0; n < texts; n++) {
    // A colleague of its own: 30 numbers a day.
    const who = await company.colleague()
    const { invitation } = await company.must(who, 'invitation.send', send(freshPhone()))
    ids.texts.push((await by.textOf(invitation.id)).id)
  }
  return ids
}

const states = (ids: string[]) =>
  company.service.db.rows<{ state: string; reason: string | null }>(
    sql`select distinct state, reason from outbox where id = any(${ids}::uuid[]) order by state`,
  )
const of = (channel: string, given: string[]) =>
  given.filter((line) => line.startsWith(`${channel} `)).map((line) => line.slice(channel.length + 1))
const once = (ids: string[]) => [...new Set(ids)].sort()

/** One batch with texts in it: claim, hand-over of the texts, conclusion. */
const CLAIM = 1
const HAND_OVER = 2
const CONCLUSION = 3
const SENT = [{ state: 'sent', reason: null }]
const UNCONFIRMED = [{ state: 'dead', reason: 'unconfirmed' }]

it.each<[string, WorkDeath, object[]]>([
  ['before it claims', { statement: CLAIM, when: 'before' }, SENT],
  ['while it claims', { statement: CLAIM, when: 'during' }, SENT],
  ['between claim and send', { statement: CLAIM, when: 'after' }, SENT],
  ['before it notes that texts are handed over', { statement: HAND_OVER, when: 'before' }, SENT],
  ['after it noted that texts are handed over', { statement: HAND_OVER, when: 'after' }, UNCONFIRMED],
  ['between send and conclusion', { statement: CONCLUSION, when: 'before' }, UNCONFIRMED],
  ['after the conclusion', { statement: CONCLUSION, when: 'after' }, SENT],
])(
  'a worker killed %s loses nothing: messages arrive, a text arrives once or is laid aside',
  async (_when, death, texts) => {
    const ids = await fill(MESSAGES, TEXTS)
    expect(await workers.deliver(MONDAY, death)).toBe(false)
    // Nobody else takes what it may still be working on.
    const meanwhile = workers.given()
    expect(await workers.deliver(new Date(MONDAY.getTime() + LEASE_MS - 1), null)).toBe(true)
    const early = workers.given()
    expect(await workers.deliver(afterLeases(1), null)).toBe(true)
    const given = [...meanwhile, ...early, ...workers.given()]

    expect(once(of('wecom', given))).toEqual([...ids.messages].sort())
    expect(await states(ids.messages)).toEqual(SENT)
    expect(of('sms', given)).toHaveLength(once(of('sms', given)).length)
    expect(await states(ids.texts)).toEqual(texts)
    if (texts === SENT) expect(once(of('sms', given))).toEqual([...ids.texts].sort())
  },
)

it.each<[string, WorkDeath]>([
  ['before the third is handed over', { hand: 3, when: 'before' }],
  ['when the third has arrived', { hand: 3, when: 'after' }],
])('a worker killed in the middle of a batch, %s, loses nothing', async (_when, death) => {
  const ids = await fill(MESSAGES, 0)
  expect(await workers.deliver(MONDAY, death)).toBe(false)
  const before = workers.given()
  expect(before.length).toBe(death.when === 'before' ? 2 : 3)
  await workers.deliver(afterLeases(1), null)
  const given = [...before, ...workers.given()]
  expect(once(of('wecom', given))).toEqual([...ids.messages].sort())
  expect(await states(ids.messages)).toEqual(SENT)
})

it('workers that are killed again and again get everything delivered, no text twice', async () => {
  const ids = await fill(300, 25)
  const given: string[] = []
  let deaths = 0
  for (let run = 0; run < 40; run++) {
    // Wherever it happens to be: in the first batch, or well into a later one.
    const death: WorkDeath | null =
      run < 6 ? { hand: 17 + run * 29, when: run % 2 ? 'before' : 'after' } : null
    if (!(await workers.deliver(afterLeases(run), death))) deaths += 1
    given.push(...workers.given())
    const { n } = await company.service.db.one<{ n: number }>(
      sql`select count(*) as n from outbox where state = 'waiting'`,
    )
    if (n === 0) break
  }
  expect(deaths).toBeGreaterThanOrEqual(3)
  expect(once(of('wecom', given))).toEqual([...ids.messages].sort())
  expect(await states(ids.messages)).toEqual(SENT)
  expect(of('sms', given)).toHaveLength(once(of('sms', given)).length)
  const laidAside = await company.service.db.rows<{ id: string }>(
    sql`select id from outbox where state = 'dead' and reason = 'unconfirmed' and id = any(${ids.texts}::uuid[])`,
  )
  expect(once([...of('sms', given), ...laidAside.map(({ id }) => id)])).toEqual([...ids.texts].sort())
}, 120_000)
