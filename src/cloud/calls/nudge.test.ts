import sql from 'sql-template-tag'
import { openCompany, requestId, type Colleague, type Company, type Somebody } from '@/testing/company'
import { referring } from '@/testing/referring'
import { toldTo } from '@/testing/told'

let company: Company
let by: ReturnType<typeof referring>
let referrer: Colleague
let recruiter: Colleague
let manager: Colleague
let jobId: string

const at = (shanghai: string) => new Date(`${shanghai}:00+08:00`)
/** Applied on Monday at ten, it is due on Wednesday at 16:00. */
const APPLIED = at('2026-11-23T10:00')
const LATE = at('2026-11-26T10:00')

beforeAll(async () => {
  company = await openCompany()
  by = referring(company)
  referrer = await company.colleague()
  recruiter = await company.colleague({ role: 'recruiter', name: '陈思' })
  manager = await company.colleague({ name: '顾明远' })
  jobId = await company.job({ recruiter, manager })
})
afterAll(() => company.close())

/** An application whose answer is late, and it is Thursday morning. */
async function late(job = jobId, owner = referrer, candidate?: Somebody): Promise<string> {
  company.at(APPLIED)
  const id = await company.application(owner, candidate ?? (await company.person()), job)
  company.at(LATE)
  return id
}
const nudge = (id: string) => ({ requestId: requestId(), id })
const view = async (id: string, who = referrer) =>
  (await company.must(who, 'progress.get', { as: 'referrer', id })).nudge
const nudgesTold = async (who: Somebody, id: string) =>
  (await toldTo(company, who, id)).filter(({ event }) => event === 'nudged')
const stored = (id: string) =>
  company.service.db.one<{ nudges: number; nudgedAt: Date | null; rows: number }>(sql`
    select nudges, nudged_at as "nudgedAt", (select count(*) from nudge where application_id = a.id) as rows
    from application a where id = ${id}`)

it('tells the recruiter, and when the next is allowed', async () => {
  const id = await late()
  expect(await view(id)).toEqual({ allowed: true, from: null, count: 0, lastAt: null })
  const from = '2026-12-01T02:00:00.000Z'
  expect(await company.must(referrer, 'referral.nudge', nudge(id))).toEqual({
    ...{ at: LATE.toISOString(), escalated: false, from },
  })
  expect(await view(id)).toEqual({ allowed: false, from, count: 1, lastAt: LATE.toISOString() })
  expect(await nudgesTold(recruiter, id)).toMatchObject([{ seat: 'recruiter', queued: true }])
  expect(await toldTo(company, manager, id)).toEqual([])
  expect(await stored(id)).toEqual({ nudges: 1, nudgedAt: LATE, rows: 1 })
})

it('reaches the open screens of those who can see it, and no others', async () => {
  const candidate = await company.person()
  const id = await late(jobId, referrer, candidate)
  const sees = [referrer, recruiter, candidate] as Colleague[]
  const cursors = await Promise.all(
    sees.map(async (who) => (await company.must(who, 'progress.sync', { cursor: null })).cursor),
  )
  await company.must(referrer, 'referral.nudge', nudge(id))
  const news = await Promise.all(
    sees.map(async (who, index) =>
      (await company.must(who, 'progress.sync', { cursor: cursors[index] ?? null })).changed.map(
        (one) => one.id,
      ),
    ),
  )
  expect(news).toEqual([[id], [id], []])
})

it('takes two round trips, and gives a retry the first answer', async () => {
  const id = await late()
  const input = nudge(id)
  const before = company.service.db.statements
  const first = await company.must(referrer, 'referral.nudge', input)
  expect(company.service.db.statements - before).toBe(2)
  company.at(at('2026-12-03T10:00'))
  expect(await company.must(referrer, 'referral.nudge', input)).toEqual(first)
  expect((await stored(id)).rows).toBe(1)
})

it.each([
  ['the same request', () => (input: object) => ({ ...input })],
  ['requests of their own', () => (input: object) => ({ ...input, requestId: requestId() })],
])('makes one nudge of twenty at once, in %s', async (what, each) => {
  const id = await late()
  const input = nudge(id)
  const replies = await Promise.all(
    Array.from({ length: 20 }, () => company.call(referrer, 'referral.nudge', each()(input) as typeof input)),
  )
  const codes = replies.map((reply) => (reply.ok ? 'ok' : reply.code))
  // Who loses too often is asked to try again, which is safe.
  const others = what === 'the same request' ? ['ok'] : ['nudged-recently', 'unavailable']
  expect(codes.filter((code) => code === 'ok')).toHaveLength(what === 'the same request' ? 20 : 1)
  expect(codes.filter((code) => code !== 'ok' && !others.includes(code))).toEqual([])
  expect(await stored(id)).toMatchObject({ nudges: 1, rows: 1 })
  expect(await nudgesTold(recruiter, id)).toHaveLength(1)
})

it.each([
  ['a minute after', '2026-11-26T10:01', { code: 'nudged-recently', retryAfter: 5 * 86_400 - 60 }],
  ['a second too early', '2026-12-01T09:59', { code: 'nudged-recently', retryAfter: 60 }],
  ['after three working days', '2026-12-01T10:00', { ok: true }],
])('allows the next %s: %s', async (_when, moment, reply) => {
  const id = await late()
  await company.must(referrer, 'referral.nudge', nudge(id))
  company.at(at(moment))
  expect(await company.call(referrer, 'referral.nudge', nudge(id))).toMatchObject(reply)
})

it('is about an answer that is late', async () => {
  company.at(APPLIED)
  const id = await company.application(referrer, await company.person(), jobId)
  expect(await company.call(referrer, 'referral.nudge', nudge(id))).toMatchObject({ code: 'not-late' })
  expect(await view(id)).toEqual({
    ...{ allowed: false, from: '2026-11-25T08:00:00.000Z', count: 0, lastAt: null },
  })
})

it('is about nothing when it has ended or has no due time', async () => {
  const candidate = await company.person()
  const ended = await late(jobId, referrer, candidate)
  await by.withdraws(candidate, ended)
  expect(await company.call(referrer, 'referral.nudge', nudge(ended))).toMatchObject({ code: 'not-late' })
  expect(await view(ended)).toEqual({ allowed: false, from: null, count: 0, lastAt: null })
})

it('is nobody’s but the owner’s', async () => {
  const wang = await company.colleague({ name: '王磊' })
  const candidate = await company.person()
  const id = await late(jobId, referrer, candidate)
  for (const who of [wang, recruiter, manager])
    expect(await company.call(who, 'referral.nudge', nudge(id))).toMatchObject({ code: 'not-found' })
  expect(await company.call(candidate, 'referral.nudge', nudge(id))).toMatchObject({ code: 'forbidden' })

  await company.must(referrer, 'referral.nudge', nudge(id))
  await company.must(
    recruiter,
    'application.ruleSource',
    by.ruling(id, { kind: 'employee', employeeId: wang.employeeId }),
  )
  expect(await company.call(referrer, 'referral.nudge', nudge(id))).toMatchObject({ code: 'not-found' })
  expect(await view(id)).toBeNull()
  // Nothing tells the owner of now what the one before did.
  expect(await view(id, wang)).toEqual({ allowed: true, from: null, count: 0, lastAt: null })
  expect(await company.must(wang, 'referral.nudge', nudge(id))).toMatchObject({ escalated: true })
})

it('shows recruiters who nudged, the owner their own, the candidate nothing', async () => {
  const candidate = await company.person()
  const id = await late(jobId, referrer, candidate)
  await company.must(referrer, 'referral.nudge', nudge(id))
  const told = { at: LATE.toISOString(), escalated: false }
  const seen = async (who: Somebody, as: 'referrer' | 'recruiter' | 'candidate') => {
    const { nudge: may, nudges } = await company.must(who, 'progress.get', { as, id })
    return { may: may !== null, nudges }
  }
  expect(await seen(recruiter, 'recruiter')).toEqual({ may: false, nudges: [{ ...told, by: '林晓' }] })
  expect(await seen(referrer, 'referrer')).toEqual({ may: true, nudges: [{ ...told, by: null }] })
  expect(await seen(candidate, 'candidate')).toEqual({ may: false, nudges: [] })
})

describe('the second nudge of a stage', () => {
  const SECOND = at('2026-12-01T10:00')
  async function twice(job: string): Promise<string> {
    const id = await late(job)
    await company.must(referrer, 'referral.nudge', nudge(id))
    company.at(SECOND)
    return id
  }
  const deactivate = (who: Colleague) =>
    company.service.db.rows(sql`update employee set active = false where id = ${who.employeeId}`)

  it('goes to the hiring manager too, and so does every later one', async () => {
    const id = await twice(jobId)
    expect(await company.must(referrer, 'referral.nudge', nudge(id))).toMatchObject({ escalated: true })
    company.at(at('2026-12-04T10:00'))
    expect(await company.must(referrer, 'referral.nudge', nudge(id))).toMatchObject({ escalated: true })
    expect(await toldTo(company, manager, id)).toMatchObject([
      { event: 'escalated', seat: 'manager', queued: true },
      { event: 'escalated', seat: 'manager' },
    ])
    expect(await nudgesTold(recruiter, id)).toHaveLength(3)
  })

  it('goes to the next recruiter where no manager is there', async () => {
    const [left, first, second] = [
      await company.colleague({ name: '已离职' }),
      await company.colleague({ role: 'recruiter', name: '卢晓东' }),
      await company.colleague({ role: 'recruiter', name: '胡蓉' }),
    ]
    const { rows } = company.service.db
    await rows(sql`update employee set employee_number = 'A-1' where id = ${first.employeeId}`)
    await rows(sql`update employee set employee_number = 'A-2' where id = ${second.employeeId}`)
    const id = await twice(await company.job({ recruiter, manager: left }))
    await deactivate(left)
    expect(await company.must(referrer, 'referral.nudge', nudge(id))).toMatchObject({ escalated: true })
    expect(await toldTo(company, first, id)).toMatchObject([{ event: 'escalated', seat: 'recruiter' }])
    expect(await toldTo(company, second, id)).toEqual([])
    expect(await toldTo(company, left, id)).toEqual([])
    await deactivate(first)
    await deactivate(second)
  })

  it('goes on when a stage has begun, from the first again', async () => {
    const id = await twice(jobId)
    await by.moves(recruiter, id, 1, 'screening')
    expect(await stored(id)).toEqual({ nudges: 0, nudgedAt: null, rows: 1 })
    expect(await view(id)).toMatchObject({ allowed: false, count: 0 })
    company.at(at('2026-12-04T10:00'))
    expect(await company.must(referrer, 'referral.nudge', nudge(id))).toMatchObject({ escalated: false })
  })

  it('does not wait for the second when no recruiter is there to hear the first', async () => {
    const gone = await company.colleague({ role: 'recruiter', name: '金秀妍' })
    const id = await late(await company.job({ recruiter: gone, manager }))
    await deactivate(gone)
    expect(await company.must(referrer, 'referral.nudge', nudge(id))).toMatchObject({ escalated: true })
    expect(await toldTo(company, manager, id)).toMatchObject([{ event: 'escalated' }])
    expect(await nudgesTold(gone, id)).toEqual([])
  })

  it('is not said to have gone further when there is nobody', async () => {
    const others = await company.service.db.rows<{ id: string }>(sql`update employee set active = false
      where role in ('recruiter', 'admin') and id <> ${recruiter.employeeId} and active returning id`)
    const id = await twice(await company.job({ recruiter }))
    expect(await company.must(referrer, 'referral.nudge', nudge(id))).toMatchObject({ escalated: false })
    for (const { id: employeeId } of others)
      await company.service.db.rows(sql`update employee set active = true where id = ${employeeId}`)
  })
})

it('keeps nudges as they were', async () => {
  const id = await late()
  await company.must(referrer, 'referral.nudge', nudge(id))
  await expect(
    company.service.db.rows(sql`update nudge set escalated = true where application_id = ${id}`),
  ).rejects.toThrow('append-only')
})
