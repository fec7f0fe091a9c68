import sql from 'sql-template-tag'
import { addDays } from '@/domain/shanghai'
import { deliverDue } from '@/cloud/outbox'
import type { Handed } from '@/cloud/doors/handed'
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

const doors = memoryDoors()
let company: Company
let by: ReturnType<typeof delivering>
let referrer: Colleague
let admin: Colleague
let applicationId: string

beforeAll(async () => {
  company = await openCompany(doors)
  by = delivering(company)
  admin = await company.colleague({ role: 'admin', name: '何帆' })
  referrer = await company.colleague()
  const recruiter = await company.colleague({ role: 'recruiter', name: '陈思' })
  applicationId = await company.application(
    referrer,
    await company.person(),
    await company.job({ recruiter }),
  )
})
afterAll(() => company.close())
beforeEach(async () => {
  company.at(MONDAY)
  await by.emptyOutbox()
  await company.service.db.rows(sql`delete from refusal`)
  await by.reach(referrer, { wecomId: true })
  for (const list of Object.values(doors.given)) list.length = 0
})

const deliver = (at = MONDAY) => deliverDue(company.service, at)
const handed = (outcome: Exclude<Handed['outcome'], 'sent'>, reason: string): Handed => ({ outcome, reason })
const list = (after?: string) => company.must(admin, 'delivery.list', after === undefined ? {} : { after })
const resend = (id: string, request = requestId()) =>
  company.must(admin, 'delivery.resend', { requestId: request, id })
const tell = () => by.tell(referrer, { event: 'owner-changed', seat: 'referrer', applicationId })
const invite = async (phone: string = freshPhone()) =>
  (await company.must(referrer, 'invitation.send', send(phone))).invitation.id

async function deadMessage(): Promise<string> {
  doors.meets('wecom', handed('refused', '40058'))
  const id = await tell()
  await deliver()
  return id
}

async function deadText(answer: Handed): Promise<{ id: string; invitationId: string; phone: string }> {
  const phone = freshPhone()
  doors.meets('sms', answer)
  const invitationId = await invite(phone)
  await deliver()
  return { id: (await by.textOf(invitationId)).id, invitationId, phone }
}

it('shows what could not be delivered with why, and neither words nor receiver', async () => {
  const id = await deadMessage()
  const { items, counts } = await list()
  expect(items).toEqual([
    {
      ...{ id, kind: 'message', event: 'owner-changed', channel: 'wecom', reason: '40058' },
      words:
        '企业微信没有接受（40058）。请核对 TA 在企业微信里的账号，以及应用的可见范围。处理好后点“重发”。',
      ...{ attempts: 1, at: MONDAY.toISOString(), resendable: true },
    },
  ])
  expect(counts).toEqual({ waiting: 0, sent: 0, dropped: 0, dead: 1 })
})

it.each<[Handed, string, boolean]>([
  [
    handed('refused', 'SignatureIncorrect'),
    '短信服务商没有接受（SignatureIncorrect）。请到服务商控制台核对这个号码、签名和模板。处理好后点“重发”。',
    true,
  ],
  [
    handed('unconfirmed', 'timeout'),
    '短信交给了服务商，没有等到回执，对方可能已经收到。同一个号码 24 小时内只发一条，明天再看是否需要重发。',
    false,
  ],
])('says of a text that met %j what to do', async (answer, words, resendable) => {
  await deadText(answer)
  expect((await list()).items).toMatchObject([{ kind: 'invitation', channel: 'sms', words, resendable }])
})

it('sends a dead letter again from the beginning, under its own key', async () => {
  const id = await deadMessage()
  const key = sql`select dedupe_key from outbox where id = ${id}`
  const before = await company.service.db.one(key)
  expect(await resend(id)).toEqual({ state: 'waiting' })
  expect(await by.row(id)).toMatchObject({ state: 'waiting', attempts: 0, reason: null, runAt: MONDAY })
  expect(await deliver()).toBe(1)
  expect(doors.given.wecom.map((message) => message.id)).toEqual([id, id])
  expect(await company.service.db.one(key)).toEqual(before)
  expect((await list()).items).toEqual([])
})

it('sends it again once, however often it is asked under one request', async () => {
  const id = await deadMessage()
  const request = requestId()
  const replies = await Promise.all(Array.from({ length: 10 }, () => resend(id, request)))
  expect(new Set(replies.map(({ state }) => state))).toEqual(new Set(['waiting']))
  doors.meets('wecom', handed('refused', '40058'))
  await deliver()
  expect(await resend(id, request)).toEqual({ state: 'waiting' })
  expect(await by.row(id)).toMatchObject({ state: 'dead' })
})

it('tells what became of it when it is no dead letter any more', async () => {
  const id = await deadMessage()
  await resend(id)
  await deliver()
  expect(await resend(id)).toEqual({ state: 'sent' })
})

it('tells the referrer that the text goes after all', async () => {
  const { id, invitationId, phone } = await deadText(handed('refused', 'SignatureIncorrect'))
  const words = async () => (await company.must(referrer, 'invitation.get', { id: invitationId })).textWords
  expect(await words()).toBe('短信没有发出，请直接转发给 TA')
  await resend(id)
  await deliver()
  expect(doors.texts.filter(({ to }) => to === phone)).toHaveLength(2)
  expect(await words()).toBe('已交给短信通道')
})

describe('does not send again', () => {
  const untouched = async (id: string) => {
    expect((await list()).items).toMatchObject([{ id, resendable: false }])
    expect(await resend(id)).toEqual({ state: 'dead' })
  }

  it('a text that may have arrived within 24 hours', async () => {
    const { id } = await deadText(handed('unconfirmed', 'timeout'))
    await untouched(id)
    company.at(addDays(MONDAY, 1))
    expect((await list()).items).toMatchObject([{ id, resendable: true }])
    expect(await resend(id)).toEqual({ state: 'waiting' })
  })

  it('a text whose words are gone', async () => {
    const { id, invitationId } = await deadText(handed('refused', 'SignatureIncorrect'))
    await company.must(referrer, 'invitation.revoke', { requestId: requestId(), id: invitationId })
    await untouched(id)
    expect((await list()).items[0]?.words).toContain('不能重发')
  })

  it('a code that is over', async () => {
    doors.meets('sms', handed('refused', 'SignatureIncorrect'))
    await company.must(null, 'session.start', { phone: freshPhone() })
    await deliver()
    const [code] = (await list()).items
    expect(code).toMatchObject({ kind: 'login-code', resendable: true })
    company.at(new Date(MONDAY.getTime() + 5 * 60_000))
    await untouched(code?.id ?? '')
  })

  it('a message that was read, or is too old to disturb', async () => {
    const id = await deadMessage()
    company.at(addDays(MONDAY, 3))
    await untouched(id)
    company.at(MONDAY)
    await company.service.db.rows(sql`update message set read_at = ${MONDAY}`)
    await untouched(id)
  })

  it('what does not exist', async () => {
    const reply = await company.call(admin, 'delivery.resend', {
      requestId: requestId(),
      id: '01936f00-0000-7000-8000-000000000001',
    })
    expect(reply).toMatchObject({ ok: false, code: 'not-found' })
  })
})

it('goes page by page, newest first', async () => {
  await company.service.db
    .rows(sql`insert into outbox (id, kind, dedupe_key, run_at, created_at, state, done_at, reason)
    select gen_random_uuid(), 'invitation', 'old:' || n, now(), ${MONDAY}, 'dead', ${MONDAY}::timestamptz - n / 3 * interval '1 minute', 'busy'
    from generate_series(1, 70) as n`)
  const seen: { id: string; at: string }[] = []
  let after: string | null | undefined
  const sizes: number[] = []
  do {
    const { items, next } = await list(after ?? undefined)
    sizes.push(items.length)
    seen.push(...items)
    after = next
  } while (after)
  expect(sizes).toEqual([30, 30, 10])
  expect(new Set(seen.map(({ id }) => id)).size).toBe(70)
  expect(seen.map(({ at }) => at)).toEqual(
    seen
      .map(({ at }) => at)
      .sort()
      .reverse(),
  )
})

it.each(['nonsense', '2026-99-99T00:00:00.000Z_01936f00-0000-7000-8000-000000000001'])(
  'knows no page after "%s"',
  async (after) => {
    expect(await company.call(admin, 'delivery.list', { after })).toMatchObject({ code: 'bad-input' })
  },
)

it('reads a page in one statement', async () => {
  const before = company.service.db.statements
  await list()
  expect(company.service.db.statements - before).toBe(1)
})

describe('warns', () => {
  const warnings = async (who = company) => (await who.must(admin, 'delivery.list', {})).warnings

  it('of nothing while all is well', async () => {
    expect(await warnings()).toEqual([])
  })

  it('of holidays that are not known', async () => {
    company.at(new Date('2027-01-04T10:00:00+08:00'))
    expect(await warnings()).toEqual([
      {
        ...{ kind: 'calendar', template: null },
        words: '还不知道 2027 年的放假安排，答复期限暂按周一到周五计算。请升级 chinese-days 后重新部署。',
      },
    ])
  })

  it('of a template that WeChat refused', async () => {
    await by.reach(referrer, { openid: true })
    await by.taps(referrer, { progress: 1 })
    doors.meets('subscribe', handed('refused', '47003'))
    await tell()
    await deliver()
    const [warning, ...more] = await warnings()
    expect(more).toEqual([])
    expect(warning).toMatchObject({ kind: 'template-refused', template: 'progress' })
    expect(warning?.words).toContain('（47003）')
    company.at(addDays(MONDAY, 2))
    expect(await warnings()).toEqual([warning])
  })

  it('of a refused template until one that was sent again gets through', async () => {
    await by.reach(referrer, { openid: true })
    await by.taps(referrer, { progress: 3 })
    const refused = async () => {
      doors.meets('subscribe', handed('refused', '40037'))
      await deliver()
    }
    const id = await tell()
    await refused()
    expect(await by.row(id)).toMatchObject({ state: 'dropped', reason: 'no-channel' })
    for (const again of [refused, () => deliver()]) {
      expect(await warnings()).toMatchObject([{ kind: 'template-refused' }])
      expect(await resend(id)).toEqual({ state: 'waiting' })
      await again()
    }
    expect(doors.given.subscribe).toHaveLength(3)
    expect(await by.row(id)).toMatchObject({ state: 'sent' })
    expect(await warnings()).toEqual([])
  })

  it('of texts that are refused, until one is taken again', async () => {
    await deadText(handed('refused', 'SignatureIncorrect'))
    expect(await warnings()).toMatchObject([{ kind: 'sms-refused', template: null }])
    await invite()
    await deliver()
    expect(await warnings()).toEqual([])
  })

  it('of templates that are missing', async () => {
    const bare = await openCompany({}, { templates: new Map() })
    const boss = await bare.colleague({ role: 'admin' })
    const found = (await bare.must(boss, 'delivery.list', {})).warnings
    await bare.close()
    expect(found.map(({ kind, template }) => [kind, template])).toEqual([
      ['template-missing', 'progress'],
      ['template-missing', 'answer'],
      ['template-missing', 'task'],
    ])
  })
})
