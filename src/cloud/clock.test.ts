import sql from 'sql-template-tag'
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
import { memoryDoors } from '@/testing/doors'
import { referring } from '@/testing/referring'
import { runClock } from './clock'

const doors = memoryDoors()
let company: Company
let referrer: Colleague

beforeAll(async () => {
  company = await openCompany(doors)
  referrer = await company.colleague()
})
afterAll(() => company.close())
beforeEach(() => {
  company.at(MONDAY)
  doors.texts.length = 0
})

it('sends what is due once, also when it runs twice at the same time', async () => {
  const phone = freshPhone()
  await company.must(referrer, 'invitation.send', send(phone))
  await Promise.all([runClock(company.service, MONDAY), runClock(company.service, MONDAY)])
  await runClock(company.service, MONDAY)
  expect(doors.texts.filter(({ to }) => to === phone)).toHaveLength(1)
})

it('keeps a text of the night until morning', async () => {
  const night = new Date('2026-11-24T23:00:00+08:00')
  company.at(night)
  const phone = freshPhone()
  await company.must(referrer, 'invitation.send', send(phone))
  await runClock(company.service, night)
  expect(doors.texts).toEqual([])
  await runClock(company.service, new Date('2026-11-25T08:30:00+08:00'))
  expect(doors.texts).toMatchObject([{ to: phone }])
})

it('drops the text of an invitation that was taken back', async () => {
  company.at(new Date('2026-11-25T23:00:00+08:00'))
  const { invitation } = await company.must(referrer, 'invitation.send', send(freshPhone()))
  await company.must(referrer, 'invitation.revoke', { requestId: requestId(), id: invitation.id })
  await runClock(company.service, new Date('2026-11-26T08:30:00+08:00'))
  expect(doors.texts).toEqual([])
})

it('ends an unanswered invitation after 30 days and erases its number', async () => {
  const phone = freshPhone()
  const { invitation } = await company.must(referrer, 'invitation.send', send(phone))
  await runClock(company.service, new Date(addDays(MONDAY, 30).getTime() - 1000))
  expect(await company.must(referrer, 'invitation.get', { id: invitation.id })).toMatchObject({
    status: 'waiting',
  })
  await runClock(company.service, addDays(MONDAY, 30))
  expect(await company.must(referrer, 'invitation.get', { id: invitation.id })).toMatchObject({
    status: 'expired',
    maskedPhone: null,
  })
})

describe('the end of a protection', () => {
  const end = addDays(MONDAY, 180)
  const again = async () =>
    (await company.must(referrer, 'progress.list', { as: 'referrer' })).items[0]?.again
  const news = async (cursor: string) => (await company.must(referrer, 'progress.sync', { cursor })).changed

  it('is told once to who owned it, also when the clock runs twice at the same time', async () => {
    const by = referring(company)
    referrer = await company.colleague()
    const candidate = await company.person()
    const id = await company.application(referrer, candidate, await company.job())
    await by.withdraws(candidate, id)
    const { cursor } = await company.must(referrer, 'progress.sync', { cursor: null })
    await runClock(company.service, new Date(end.getTime() - 1000))
    expect(await news(cursor)).toEqual([])
    company.at(end)
    await Promise.all([runClock(company.service, end), runClock(company.service, end)])
    await runClock(company.service, end)
    expect(await news(cursor)).toEqual([{ kind: 'application', id }])
    expect(await again()).toBe(true)
    const events = await company.service.db.rows(
      sql`select kind, owner_id from attribution_event where application_id = ${id}`,
    )
    expect(events).toEqual([{ kind: 'lapsed', owner_id: referrer.id }])
  })

  it('does not come while the process goes on, nor after a confirmed hire', async () => {
    const by = referring(company)
    const recruiter = await company.colleague({ role: 'recruiter', name: '陈思' })
    referrer = await company.colleague()
    const jobId = await company.job({ recruiter })
    await company.application(referrer, await company.person(), jobId)
    const hired = await company.application(referrer, await company.person(), jobId)
    const steps = ['screening', 'review', 'interview', 'offer', 'onboarding', 'hired', 'confirmed'] as const
    for (const [index, to] of steps.entries()) await by.moves(recruiter, hired, index + 1, to)
    company.at(end)
    await runClock(company.service, end)
    const { items } = await company.must(referrer, 'progress.list', { as: 'referrer' })
    expect(items.map((item) => item.again)).toEqual([false, false])
    expect(
      await company.service.db.rows(sql`select id from attribution_event where owner_id = ${referrer.id}`),
    ).toEqual([])
  })
})

it.each([
  ['once in the morning while holidays of the coming weeks are unknown', '2026-12-20T09:00:30+08:00', 1],
  ['at no other minute', '2026-12-20T09:01:00+08:00', 0],
  ['never while they are known', '2026-11-20T09:00:30+08:00', 0],
])('warns of the calendar %s', async (_when, moment, times) => {
  company.lines.length = 0
  await runClock(company.service, new Date(moment))
  expect(company.lines.filter((line) => line.includes('"job":"calendar"'))).toHaveLength(times)
})
