import sql from 'sql-template-tag'
import type { Handed } from '@/cloud/doors/handed'
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
import { delivering } from '@/testing/delivering'
import { memoryDoors } from '@/testing/doors'
import { toldTo } from '@/testing/told'
import { deliverDue } from '../outbox'
import { claimDue, LEASE_MS, type ClaimedText } from '../store/delivery/claim'
import { sweep } from '../store/sweep'
import { stopTexts } from '../store/text-opt-out'
import { deliverTexts } from './texts'

const doors = memoryDoors()
let company: Company
let by: ReturnType<typeof delivering>
let referrer: Colleague

beforeAll(async () => {
  company = await openCompany(doors)
  by = delivering(company)
})
afterAll(() => company.close())
beforeEach(async () => {
  company.at(MONDAY)
  await by.emptyOutbox()
  doors.texts.length = 0
  referrer = await company.colleague()
})

const deliver = (at = MONDAY) => deliverDue(company.service, at, { ms: 60_000, clock: () => 0 })
const handed = (outcome: Exclude<Handed['outcome'], 'sent'>, reason: string): Handed => ({ outcome, reason })
const minutes = (count: number, from = MONDAY) => new Date(from.getTime() + count * 60_000)
const invite = async (phone: string = freshPhone(), who = referrer) =>
  (await company.must(who, 'invitation.send', send(phone))).invitation.id
const words = async (id: string) => (await company.must(referrer, 'invitation.get', { id })).textWords
const stops = async (id: string) =>
  (await toldTo(company, referrer, id)).filter(({ event }) => event === 'text-stopped').length

it('hands a text over whole, and in the parts that a provider’s template has room for', async () => {
  const phone = freshPhone()
  await invite(phone)
  await company.must(null, 'session.start', { phone })
  expect(await deliver()).toBe(2)
  const [code, invitation] = [...doors.texts].sort((a, b) => b.kind.localeCompare(a.kind))
  expect(code).toMatchObject({
    to: phone,
    kind: 'login-code',
    params: [expect.stringMatching(/^\d{6}$/), '5'],
  })
  expect(code?.body).toContain(code?.params[0])
  expect(invitation).toMatchObject({ to: phone, kind: 'invitation', params: ['星河科技'] })
  expect(invitation?.body).toContain('http://bole.test/i/')
})

it('still sends a text that was written before they had parts', async () => {
  const id = await invite()
  await company.service.db.rows(
    sql`update outbox set body_enc = ${company.service.secrets.encrypt('【星河科技】旧的短信')} where invitation_id = ${id}`,
  )
  await deliver()
  expect(doors.texts).toMatchObject([{ body: '【星河科技】旧的短信', params: [] }])
})

describe('what the provider answers', () => {
  it.each<[Handed, object, string, number]>([
    [{ outcome: 'sent' }, { state: 'sent', channel: 'sms', reason: null }, '已交给短信通道', 0],
    [
      handed('later', 'LimitExceeded'),
      { state: 'waiting', reason: 'LimitExceeded', runAt: minutes(1), handedAt: null, attempts: 1 },
      '已交给短信通道',
      0,
    ],
    [
      handed('refused', 'SignatureIncorrect'),
      { state: 'dead', reason: 'SignatureIncorrect', handedAt: null },
      '短信没有发出，请直接转发给 TA',
      1,
    ],
    [
      handed('closed', 'PhoneNumberInBlacklist'),
      { state: 'dead', reason: 'PhoneNumberInBlacklist' },
      '短信没有发出，请直接转发给 TA',
      1,
    ],
    [
      handed('unconfirmed', 'timeout'),
      { state: 'dead', reason: 'unconfirmed', handedAt: MONDAY },
      '短信不一定送到了，再直接转发给 TA 更稳妥',
      1,
    ],
  ])('%j', async (answer, row, shown, told) => {
    doors.meets('sms', answer)
    const id = await invite()
    await deliver()
    expect(await by.textOf(id)).toMatchObject(row)
    expect(await words(id)).toBe(shown)
    expect(await stops(id)).toBe(told)
  })

  it('never sends again by itself what may have arrived', async () => {
    doors.meets('sms', handed('unconfirmed', 'timeout'))
    await invite()
    for (const after of [0, 1, 60, 2_000]) await deliver(minutes(after))
    expect(doors.texts).toHaveLength(1)
  })

  it('takes a door that breaks its word for one that may have sent it', async () => {
    const { send: real } = doors.sms
    doors.sms.send = () => Promise.reject(new Error('broken'))
    const id = await invite()
    await deliver()
    doors.sms.send = real
    expect(await by.textOf(id)).toMatchObject({ state: 'dead', reason: 'unconfirmed' })
  })

  it('tries again what was not taken, and a try does not count for the number', async () => {
    doors.meets('sms', handed('later', 'busy'), handed('later', 'busy'))
    const id = await invite()
    for (const after of [0, 1, 3]) await deliver(minutes(after))
    expect(await by.textOf(id)).toMatchObject({ state: 'sent', attempts: 3 })
  })

  it('lays aside what eight tries could not send, and tells its referrer once', async () => {
    const id = await invite()
    let at = MONDAY
    for (let attempt = 1; attempt <= 8; attempt++) {
      doors.meets('sms', handed('later', 'busy'))
      await deliver(at)
      at = (await by.textOf(id)).runAt
    }
    expect(await by.textOf(id)).toMatchObject({ state: 'dead', reason: 'busy', attempts: 8 })
    expect(await stops(id)).toBe(1)
  })
})

it('does not wait in a circle with invitations that are taken back meanwhile', async () => {
  const colleagues = await Promise.all([1, 2, 3].map(() => company.colleague()))
  const sent = await Promise.all(
    colleagues.flatMap((who) =>
      Array.from({ length: 15 }, async () => ({ who, id: await invite(freshPhone(), who) })),
    ),
  )
  const { service } = company
  const sms = { ...doors.sms, send: async () => handed('refused', 'SignatureIncorrect') }
  const [count, ...replies] = await Promise.all([
    deliverDue({ ...service, doors: { ...service.doors, sms } }, MONDAY),
    ...sent.map(({ who, id }) => company.call(who, 'invitation.revoke', { requestId: requestId(), id })),
  ])
  expect(count).toBe(0)
  expect(replies.filter(({ ok }) => !ok)).toEqual([])
  const left = await company.service.db.rows<{ state: string }>(
    sql`select distinct state from outbox where kind = 'invitation' order by state`,
  )
  expect(left.map(({ state }) => state)).not.toContain('waiting')
})

describe('a worker that died', () => {
  it('before it handed a text over, has lost nothing', async () => {
    const id = await invite()
    await company.service.db.rows(
      sql`update outbox set attempts = 1, run_at = ${minutes(2)} where invitation_id = ${id}`,
    )
    expect(await deliver(minutes(1))).toBe(0)
    expect(await deliver(minutes(2))).toBe(1)
    expect(await by.textOf(id)).toMatchObject({ state: 'sent', attempts: 2 })
  })

  it('after it handed a text over, has left one that nobody sends again', async () => {
    const id = await invite()
    await company.service.db.rows(
      sql`update outbox set attempts = 1, run_at = ${new Date(MONDAY.getTime() + LEASE_MS)}, handed_at = ${MONDAY} where invitation_id = ${id}`,
    )
    expect(await deliver(minutes(2))).toBe(0)
    expect(doors.texts).toEqual([])
    expect(await by.textOf(id)).toMatchObject({ state: 'dead', reason: 'unconfirmed' })
    expect(await stops(id)).toBe(1)
  })
})

describe('what a number may get', () => {
  it('is one text a day, when 50 colleagues invite it at once and four workers send at once', async () => {
    const phone = freshPhone()
    const colleagues = await Promise.all(Array.from({ length: 50 }, () => company.colleague()))
    const sent = await Promise.all(colleagues.map((who) => company.call(who, 'invitation.send', send(phone))))
    const planned = await company.service.db.one<{ n: number }>(
      sql`select count(*) as n from outbox where kind = 'invitation'`,
    )
    expect(planned.n).toBeGreaterThan(5)
    await Promise.all(Array.from({ length: 4 }, () => deliver()))
    expect(doors.texts.filter(({ to }) => to === phone)).toHaveLength(1)
    const states = await company.service.db.rows<{ state: string; reason: string | null; n: number }>(
      sql`select state, reason, count(*) as n from outbox where kind = 'invitation' group by state, reason order by state`,
    )
    expect(states).toEqual([
      { state: 'dropped', reason: 'recently-texted', n: planned.n - 1 },
      { state: 'sent', reason: null, n: 1 },
    ])
    // Each of them reads what became of theirs.
    const shown = await Promise.all(
      sent.map(async (reply, n) =>
        reply.ok
          ? (await company.must(colleagues[n] ?? null, 'invitation.get', { id: reply.data.invitation.id }))
              .textWords
          : reply.code,
      ),
    )
    expect(shown.filter((text) => text === '已交给短信通道')).toHaveLength(1)
    expect(shown.filter((text) => text === '这个号码暂时不能再发短信，请直接转发给 TA')).toHaveLength(49)
  })

  it('is three texts in 30 days, whoever sends them', async () => {
    const phone = freshPhone()
    const days = [0, 1, 2, 3, 29, 30, 31]
    const got: number[] = []
    for (const day of days) {
      const at = addDays(MONDAY, day)
      company.at(at)
      await invite(phone, await company.colleague())
      doors.texts.length = 0
      await deliver(at)
      if (doors.texts.length > 0) got.push(day)
    }
    expect(got).toEqual([0, 1, 2, 30, 31])
  })

  it('is forgotten when it does not count any more', async () => {
    const phone = freshPhone()
    await invite(phone)
    await deliver()
    const hash = company.service.secrets.phoneHash(phone)
    const kept = () => company.service.db.rows(sql`select from text_quota where phone_hash = ${hash}`)
    await sweep(company.service.db, addDays(MONDAY, 29))
    expect(await kept()).toHaveLength(1)
    await sweep(company.service.db, addDays(MONDAY, 30))
    expect(await kept()).toEqual([])
  })

  it('is forgotten after 30 days, also of a text whose words went before', async () => {
    const phone = freshPhone()
    const id = await invite(phone)
    await company.must(referrer, 'invitation.revoke', { requestId: requestId(), id })
    const hash = company.service.secrets.phoneHash(phone)
    const kept = () => company.service.db.rows(sql`select from outbox where recipient_hash = ${hash}`)
    await sweep(company.service.db, addDays(MONDAY, 29))
    expect(await kept()).toHaveLength(1)
    await sweep(company.service.db, addDays(MONDAY, 31))
    expect(await kept()).toEqual([])
  })

  it('is none once it has opted out, also when the text waited already', async () => {
    const phone = freshPhone()
    const id = await invite(phone)
    await company.service.db.rows(
      sql`insert into text_opt_out (phone_hash, at) values (${company.service.secrets.phoneHash(phone)}, ${MONDAY})`,
    )
    await deliver()
    expect(doors.texts).toEqual([])
    expect(await by.textOf(id)).toMatchObject({ state: 'dropped', reason: 'opted-out' })
    expect(await words(id)).toBe('这个号码暂时不能再发短信，请直接转发给 TA')
    expect(await stops(id)).toBe(1)
  })

  it('is none when it opts out between the claim and the hand-over', async () => {
    const phone = freshPhone()
    const id = await invite(phone)
    const { rows } = await claimDue(company.service.db, MONDAY)
    await stopTexts(company.service.db, company.service.secrets.phoneHash(phone), MONDAY)
    const claimed = rows.filter((row): row is ClaimedText => row.kind !== 'message')
    expect(await deliverTexts(company.service, claimed, MONDAY)).toEqual([])
    expect(doors.texts).toEqual([])
    await deliver(new Date(MONDAY.getTime() + LEASE_MS))
    expect(await by.textOf(id)).toMatchObject({ state: 'dropped', reason: 'opted-out' })
  })

  it('is a code at any time all the same', async () => {
    const phone = freshPhone()
    await invite(phone)
    await deliver()
    const night = new Date('2026-11-23T23:30:00+08:00')
    company.at(night)
    await company.must(null, 'session.start', { phone })
    expect(await deliver(night)).toBe(1)
    expect(doors.texts.at(-1)).toMatchObject({ kind: 'login-code' })
  })
})

describe('at night', () => {
  const night = new Date('2026-11-23T22:00:00+08:00')

  it('invitations that come late wait for morning, spread over half an hour, and their referrer reads so', async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, () => invite()))
    await deliver(night)
    expect(doors.texts).toEqual([])
    const rows = await Promise.all(ids.map((id) => by.textOf(id)))
    const clock = rows.map(({ runAt }) => runAt.getTime() - Date.parse('2026-11-24T08:00:00+08:00'))
    expect(Math.min(...clock)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...clock)).toBeLessThan(30 * 60_000)
    expect(new Set(clock).size).toBeGreaterThan(15)
    expect(rows.every(({ attempts }) => attempts === 0)).toBe(true)
    company.at(night)
    expect(await words(ids[0] ?? '')).toMatch(/^夜里不打扰，11 月 24 日 周二 08:[012]\d 后送达$/)
    expect(await deliver(new Date('2026-11-24T08:30:00+08:00'))).toBe(20)
  })

  it('an invitation that is answered before morning sends no text, and stops nobody', async () => {
    const candidate = await company.person()
    company.at(night)
    const id = await invite(candidate.phone)
    await company.must(candidate, 'invitation.accept', { requestId: requestId(), id })
    await deliver(new Date('2026-11-24T08:30:00+08:00'))
    expect(doors.texts).toEqual([])
    expect(await by.textOf(id)).toMatchObject({ state: 'dropped', reason: 'pointless' })
    expect(await stops(id)).toBe(0)
  })
})

it('sends codes before everything else, however much is due', async () => {
  await company.service.db.rows(sql`insert into outbox (id, kind, dedupe_key, run_at, created_at)
    select gen_random_uuid(), 'invitation', 'old:' || n, ${MONDAY}, ${MONDAY} from generate_series(1, 150) as n`)
  company.at(minutes(1))
  await company.must(null, 'session.start', { phone: freshPhone() })
  await deliverDue(company.service, minutes(1), { ms: 0, clock: () => 0 })
  expect(doors.texts).toMatchObject([{ kind: 'login-code' }])
  const left = sql`select count(*) as n from outbox where state = 'waiting'`
  expect(await company.service.db.one(left)).toEqual({ n: 51 })
})

it('gives up a code that came too late, and remembers why', async () => {
  doors.meets('sms', handed('later', 'busy'), handed('later', 'busy'), handed('later', 'busy'))
  await company.must(null, 'session.start', { phone: freshPhone() })
  for (const after of [0, 1, 3, 8]) await deliver(minutes(after))
  expect(await company.service.db.rows(sql`select state, reason from outbox`)).toEqual([
    { state: 'dead', reason: 'busy' },
  ])
  expect(doors.texts).toHaveLength(3)
})

it.each<[string, Partial<typeof doors.sms>, number, string | null]>([
  ['no road', { available: false, kinds: [] }, 0, 'no-provider'],
  ['a road for codes only', { kinds: ['login-code'] }, 1, 'no-provider'],
])('with %s open, what nobody carries is dropped', async (_which, road, sent, reason) => {
  const id = await invite()
  await company.must(null, 'session.start', { phone: freshPhone() })
  const { service } = company
  const sms = { ...doors.sms, ...road }
  expect(await deliverDue({ ...service, doors: { ...service.doors, sms } }, MONDAY)).toBe(sent)
  expect(await by.textOf(id)).toMatchObject({ state: 'dropped', reason })
  expect(await words(id)).toBe('公司未开通短信，请直接转发给 TA')
})

it('lays aside what cannot be opened', async () => {
  const id = await invite()
  await company.service.db.rows(sql`update outbox set body_enc = 'k0.AAAA' where invitation_id = ${id}`)
  await deliver()
  expect(await by.textOf(id)).toMatchObject({ state: 'dead', reason: 'unreadable', handedAt: null })
})
