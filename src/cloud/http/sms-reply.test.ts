import type { Hono } from 'hono'
import sql from 'sql-template-tag'
import type { Phone } from '@/domain/phone'
import { MONDAY, openCompany, send, type Company } from '@/testing/company'
import { createApp } from './app'

const KEY = 'k'.repeat(32)
let company: Company
let app: Hono
beforeAll(async () => {
  company = await openCompany({}, { smsReplyKey: KEY })
  app = createApp({ service: company.service, now: () => MONDAY })
})
afterAll(() => company.close())

const post = (body: unknown, key = KEY, to = app) =>
  to.request(`/hooks/sms-reply/${key}`, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
const reply = (mobile: string, text: string, nationcode = '86') => ({
  ...{ extend: '', mobile, nationcode, sign: '星河科技', text, time: 1457336869 },
})
const stopped = async (phone: string) => {
  const hash = company.service.secrets.phoneHash(phone as Phone)
  return (
    (await company.service.db.rows(sql`select at from text_opt_out where phone_hash = ${hash}`)).length > 0
  )
}

it.each([
  ['13900000001', 'T', '86', '+8613900000001'],
  ['13900000002', ' 退订。', '86', '+8613900000002'],
  ['+8613900000003', 'td', '86', '+8613900000003'],
  ['91234567', 'N', '65', '+6591234567'],
])('puts %s on the opt-out list for %j', async (mobile, text, nationcode, phone) => {
  const answer = await post(reply(mobile, text, nationcode))
  expect(answer.status).toBe(200)
  expect(await answer.json()).toEqual({ result: 0, errmsg: 'OK' })
  expect(await stopped(phone)).toBe(true)
})

it('takes the same reply twice', async () => {
  await post(reply('13900000004', 'T'))
  expect(await (await post(reply('13900000004', 'T'))).json()).toEqual({ result: 0, errmsg: 'OK' })
})

it('stops texts that would come after it', async () => {
  const referrer = await company.colleague()
  await post(reply('13900000005', 'T'))
  await company.must(referrer, 'invitation.send', send('+8613900000005'))
  const hash = company.service.secrets.phoneHash('+8613900000005' as Phone)
  const queued = sql`select id from outbox where recipient_hash = ${hash} and state = 'waiting'`
  expect(await company.service.db.rows(queued)).toEqual([])
})

it('keeps nothing of another reply, and thanks for it all the same', async () => {
  const answer = await post(reply('13900000006', '我对这个职位感兴趣'))
  expect(await answer.json()).toEqual({ result: 0, errmsg: 'OK' })
  expect(await stopped('+8613900000006')).toBe(false)
})

it.each([
  ['no JSON', '<xml/>'],
  ['no number', { nationcode: '86', text: 'T' }],
  ['a list', [reply('13900000007', 'T')]],
  ['nothing', ''],
  ['far too much', 'x'.repeat(20_000)],
])('refuses %s in words the provider understands', async (_what, body) => {
  const answer = await post(body)
  expect(answer.status).toBe(400)
  expect(await answer.json()).toMatchObject({ result: 1 })
  expect(await stopped('+8613900000007')).toBe(false)
})

it.each(['', 'k', `${KEY}k`, 'j'.repeat(32)])('is not there for somebody with the key %j', async (key) => {
  const answer = await post(reply('13900000008', 'T'), key)
  expect(answer.status).toBe(404)
  expect(await stopped('+8613900000008')).toBe(false)
})

it('is not there at all without a key of the company’s', async () => {
  const without = { ...company.service, config: { ...company.service.config, smsReplyKey: null } }
  const answer = await post(
    reply('13900000009', 'T'),
    KEY,
    createApp({ service: without, now: () => MONDAY }),
  )
  expect(answer.status).toBe(404)
})

it('says that it failed when the database is away, so that it is told again', async () => {
  const away = { ...company.service.db, rows: () => Promise.reject(new Error('away')) }
  const broken = createApp({ service: { ...company.service, db: away }, now: () => MONDAY })
  expect((await post(reply('13900000010', 'T'), KEY, broken)).status).toBe(500)
})

it('logs nobody', () => {
  const lines = company.lines.join('\n')
  expect(lines).toContain('sms-reply')
  expect(lines).not.toMatch(/139000000|感兴趣|kkkk/)
})
