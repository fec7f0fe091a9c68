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
  await runClock(company.service, new Date('2026-11-25T08:00:00+08:00'))
  expect(doors.texts).toMatchObject([{ to: phone }])
})

it('drops the text of an invitation that was taken back', async () => {
  company.at(new Date('2026-11-25T23:00:00+08:00'))
  const { invitation } = await company.must(referrer, 'invitation.send', send(freshPhone()))
  await company.must(referrer, 'invitation.revoke', { requestId: requestId(), id: invitation.id })
  await runClock(company.service, new Date('2026-11-26T08:00:00+08:00'))
  expect(doors.texts).toEqual([])
})

it('tries a failed text again later, and lays it aside after the eighth failure', async () => {
  const phone = freshPhone()
  await company.must(referrer, 'invitation.send', send(phone))
  const send_ = doors.sms.send
  doors.sms.send = async () => {
    throw new Error('provider away')
  }
  let now = MONDAY
  for (let attempt = 1; attempt <= 8; attempt++) {
    await runClock(company.service, now)
    now = new Date(now.getTime() + 361 * 60_000)
  }
  doors.sms.send = send_
  const hash = company.service.secrets.phoneHash(phone)
  expect(
    await company.service.db.one(sql`select state, attempts from outbox where recipient_hash = ${hash}`),
  ).toEqual({ state: 'dead', attempts: 8 })
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
