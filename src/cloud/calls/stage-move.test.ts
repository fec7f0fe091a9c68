import { MONDAY, openCompany, requestId, type Colleague, type Company } from '@/testing/company'
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
