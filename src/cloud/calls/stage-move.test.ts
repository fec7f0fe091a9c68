import sql from 'sql-template-tag'
import {
  MONDAY,
  openCompany,
  requestId,
  type Colleague,
  type Company,
  type Somebody,
} from '@/testing/company'
import { toldTo } from '@/testing/told'
import { nextWordAt } from '@/domain/notices/next-word'
import { POLICY } from '@/domain/policy'
import { addDays } from '@/domain/shanghai'
import type { Stage } from '@/domain/stages'

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
beforeEach(() => company.at(MONDAY))

const apply = async () => company.application(referrer, await company.person(), jobId)
const step = (id: string, version: number, to: Stage, reason: string | null = null) => ({
  ...{ requestId: requestId(), id, version, to, reason },
  ...{ candidateText: '下一步', referrerText: '有进展', internalNote: null },
})

it('walks an application to the confirmed hire, with due times from the policy', async () => {
  const id = await apply()
  const walk: [Stage, number, string | null][] = [
    ['screening', 1, '2026-11-25T08:00:00.000Z'],
    ['review', 1, '2026-11-30T05:00:00.000Z'],
    ['interview', 1, '2026-11-30T05:00:00.000Z'],
    ['interview', 2, '2026-11-30T05:00:00.000Z'],
    ['offer', 1, '2026-12-03T02:00:00.000Z'],
    ['onboarding', 1, null],
    ['hired', 1, null],
    ['confirmed', 1, null],
  ]
  for (const [index, [to, round, dueAt]] of walk.entries()) {
    expect(await company.must(recruiter, 'stage.move', step(id, index + 1, to))).toEqual({
      stage: to,
      round,
      version: index + 2,
      dueAt,
    })
  }
  const { events, endedAt } = await company.must(referrer, 'progress.get', { as: 'referrer', id })
  expect(events).toHaveLength(9)
  expect(endedAt).toBe(MONDAY.toISOString())
})

it.each([
  ['skips a stage', 'review', null, 'stage-impossible'],
  ['goes to the stage it is in', 'applied', null, 'stage-impossible'],
])('refuses a move that %s', async (_what, to, reason, code) => {
  expect(
    await company.call(recruiter, 'stage.move', step(await apply(), 1, to as Stage, reason)),
  ).toMatchObject({ code })
})

it('asks for a reason to go back or to reopen an end', async () => {
  const id = await apply()
  await company.must(recruiter, 'stage.move', step(id, 1, 'screening'))
  await company.must(recruiter, 'stage.move', step(id, 2, 'rejected'))
  expect(await company.call(recruiter, 'stage.move', step(id, 3, 'screening'))).toMatchObject({
    code: 'reason-required',
  })
  expect(await company.must(recruiter, 'stage.move', step(id, 3, 'screening', '补充了材料'))).toMatchObject({
    stage: 'screening',
  })
  expect(await company.call(recruiter, 'stage.move', step(id, 4, 'applied'))).toMatchObject({
    code: 'reason-required',
  })
})

it('does not reopen beside another active application for the same job', async () => {
  const candidate = await company.person()
  const first = await company.application(referrer, candidate, jobId)
  await company.must(recruiter, 'stage.move', step(first, 1, 'rejected'))
  const again = { requestId: requestId(), jobId, invitationId: null, name: '周宁', note: null, fileId: null }
  await company.must(candidate, 'application.submit', again)
  expect(await company.call(recruiter, 'stage.move', step(first, 2, 'screening', '重新看'))).toMatchObject({
    code: 'stage-impossible',
  })
})

it('lets a candidate withdraw while it goes on, and not after', async () => {
  const candidate = await company.person()
  const id = await company.application(referrer, candidate, jobId)
  expect(
    await company.must(candidate, 'application.withdraw', { requestId: requestId(), id, reason: '另有安排' }),
  ).toEqual({ stage: 'withdrawn' })
  expect(
    await company.call(candidate, 'application.withdraw', { requestId: requestId(), id, reason: null }),
  ).toMatchObject({
    code: 'stage-impossible',
  })
})

it('keeps a recruiter off their own application', async () => {
  const both = await company.colleague({ role: 'recruiter', name: '何帆' })
  const id = await company.application(referrer, both, jobId)
  expect(await company.call(both, 'stage.move', step(id, 1, 'screening'))).toMatchObject({
    code: 'not-found',
  })
  expect(await company.call(both, 'progress.get', { as: 'recruiter', id })).toMatchObject({
    code: 'not-found',
  })
  expect(await company.call(both, 'progress.get', { as: 'candidate', id })).toMatchObject({ ok: true })
})

describe('a move tells', () => {
  const told = async (who: Somebody, id: string) =>
    (await toldTo(company, who, id)).filter(({ event }) => event === 'stage-moved' || event === 'ended')
  const move = (id: string, version: number, to: Stage) =>
    company.must(recruiter, 'stage.move', step(id, version, to, '原因'))

  it.each([
    ['screening', 'applied', 'stage-moved'],
    ['confirmed', 'hired', 'stage-moved'],
    ['hired', 'onboarding', 'stage-moved'],
    ['rejected', 'screening', 'ended'],
    ['withdrawn', 'offer', 'ended'],
    ['expired', 'review', 'ended'],
    ['pooled', 'interview', 'ended'],
    ['screening', 'rejected', 'stage-moved'],
  ] as const)('candidate and owner of %s, once each, after %s: %s', async (to, from, event) => {
    const candidate = await company.person()
    const id = await company.application(referrer, candidate, jobId)
    const ended = from === 'rejected' ? MONDAY : null
    await company.service.db.rows(
      sql`update application set stage = ${from}, ended_at = ${ended} where id = ${id}`,
    )
    await move(id, 1, to)
    const { id: occasion } = await company.service.db.one<{ id: string }>(
      sql`select id from stage_event where application_id = ${id} order by id desc limit 1`,
    )
    expect(await told(candidate, id)).toEqual([{ event, seat: 'candidate', occasion, queued: true }])
    expect(await told(referrer, id)).toEqual([{ event, seat: 'referrer', occasion, queued: true }])
    expect(await told(recruiter, id)).toEqual([])
  })

  it('the recruiter of a candidate who gave up, and not the candidate of what they did', async () => {
    const candidate = await company.person()
    const id = await company.application(referrer, candidate, jobId)
    await company.must(candidate, 'application.withdraw', { requestId: requestId(), id, reason: null })
    expect(await told(candidate, id)).toEqual([])
    expect(await told(referrer, id)).toMatchObject([{ event: 'ended', seat: 'referrer', queued: true }])
    expect(await told(recruiter, id)).toMatchObject([{ event: 'ended', seat: 'recruiter', queued: false }])
  })

  it('nobody a second time when the request comes again', async () => {
    const candidate = await company.person()
    const id = await company.application(referrer, candidate, jobId)
    const input = step(id, 1, 'screening')
    await Promise.all(Array.from({ length: 10 }, () => company.must(recruiter, 'stage.move', input)))
    expect(await told(candidate, id)).toHaveLength(1)
    expect(await told(referrer, id)).toHaveLength(1)
  })

  it('the owner who is none any more, when the pool gives somebody back later', async () => {
    const candidate = await company.person()
    const id = await company.application(referrer, candidate, jobId)
    await move(id, 1, 'pooled')
    company.at(addDays(MONDAY, POLICY.protectionDays + 1))
    await move(id, 2, 'screening')
    const after = (await toldTo(company, referrer, id)).filter(({ event }) => event !== 'applied').slice(1)
    expect(after).toMatchObject([{ event: 'owner-changed', seat: 'referrer', queued: true }])
    expect(await told(candidate, id)).toMatchObject([{ event: 'ended' }, { event: 'stage-moved' }])
  })

  it('in one statement, and sets when they hear next', async () => {
    const id = await company.application(referrer, await company.person(), jobId)
    const words = () =>
      company.service.db.one(
        sql`select word_at as referrer, candidate_word_at as candidate from application where id = ${id}`,
      )
    const before = company.service.db.statements
    await move(id, 1, 'screening')
    expect(company.service.db.statements - before).toBe(2)
    const next = nextWordAt(MONDAY, POLICY)
    expect(await words()).toEqual({ referrer: next, candidate: next })
    await move(id, 2, 'rejected')
    expect(await words()).toEqual({ referrer: null, candidate: null })
  })
})
