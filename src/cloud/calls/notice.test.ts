import sql from 'sql-template-tag'
import { dispatch } from '@/cloud/dispatch'
import { deliverDue } from '@/cloud/outbox'
import { smsOff } from '@/cloud/doors/sms/off'
import {
  freshPhone,
  MONDAY,
  openCompany,
  requestId,
  send,
  type Company,
  type Sent,
  type Somebody,
} from '@/testing/company'
import { delivering } from '@/testing/delivering'
import { memoryDoors } from '@/testing/doors'

const doors = memoryDoors()
let company: Company
let by: ReturnType<typeof delivering>

beforeAll(async () => {
  company = await openCompany(doors)
  by = delivering(company)
})
afterAll(() => company.close())

const DEFAULTS = {
  ...{ wecom: true, subscribe: true, email: true, texts: true, weekly: true },
  ...{ quietFrom: 22 * 60, quietTo: 8 * 60 },
}
const save = (who: Somebody, choice: Partial<Sent<'notice.save'>> = {}) =>
  company.must(who, 'notice.save', { requestId: requestId(), ...DEFAULTS, ...choice })
const get = (who: Somebody) => company.must(who, 'notice.get', {})

describe('what somebody chooses', () => {
  it('is everything and quiet nights, before they have chosen', async () => {
    expect(await get(await company.person())).toEqual({
      ...DEFAULTS,
      open: { wecom: false, subscribe: false, email: false, texts: true },
      credits: 0,
    })
  })

  it('is kept as it is said, and can be chosen anew', async () => {
    const who = await company.person()
    const choice = { wecom: false, subscribe: false, weekly: false, quietFrom: 0, quietTo: 0 }
    expect(await save(who, choice)).toMatchObject(choice)
    expect(await get(who)).toMatchObject({ ...DEFAULTS, ...choice })
    await save(who, { email: false, quietFrom: 1439, quietTo: 0 })
    expect(await get(who)).toMatchObject({ ...DEFAULTS, email: false, quietFrom: 1439, quietTo: 0 })
  })

  it('is not undone by an old request that arrives again', async () => {
    const who = await company.person()
    const old = { requestId: requestId(), ...DEFAULTS, weekly: false }
    await company.must(who, 'notice.save', old)
    await save(who)
    expect(await company.must(who, 'notice.save', old)).toMatchObject({ weekly: true })
    expect(await get(who)).toMatchObject({ weekly: true })
  })

  it('is out of a day', async () => {
    const who = await company.person()
    const input = { requestId: requestId(), ...DEFAULTS, quietFrom: 1440 }
    expect(await company.call(who, 'notice.save', input)).toMatchObject({ code: 'bad-input' })
  })
})

it('offers the channels over which the company reaches somebody', async () => {
  const who = await company.colleague()
  await by.reach(who, { wecomId: true, email: true, openid: true })
  expect((await get(who)).open).toEqual({ wecom: true, subscribe: true, email: true, texts: true })
  const closed = {
    ...company.context(who),
    doors: {
      ...doors,
      sms: smsOff,
      wecom: { ...doors.wecom, available: false },
      mail: { ...doors.mail, available: false },
    },
    config: { ...company.service.config, templates: new Map() },
  }
  expect(await dispatch('notice.get', {}, closed)).toMatchObject({
    data: { open: { wecom: false, subscribe: false, email: false, texts: false } },
  })
})

describe('texts', () => {
  it('that somebody does not want put their number on the opt-out list, and codes still come', async () => {
    const who = await company.person()
    const referrer = await company.colleague()
    await save(who, { texts: false })
    expect(await get(who)).toMatchObject({ texts: false })
    const { invitation } = await company.must(referrer, 'invitation.send', send(who.phone))
    expect(invitation.textWords).toContain('直接转发给 TA')
    await company.must(null, 'session.start', { phone: who.phone })
    await deliverDue(company.service, MONDAY)
    expect(doors.texts.filter(({ to }) => to === who.phone).map(({ kind }) => kind)).toEqual(['login-code'])
  })

  it('come again when they are wanted again, also after a refusal on the web', async () => {
    const who = await company.person()
    const hash = company.service.secrets.phoneHash(who.phone)
    await company.service.db.rows(sql`insert into text_opt_out (phone_hash, at) values (${hash}, ${MONDAY})`)
    expect(await get(who)).toMatchObject({ texts: false })
    expect(await save(who)).toMatchObject({ texts: true })
    expect(
      await company.service.db.rows(sql`select at from text_opt_out where phone_hash = ${hash}`),
    ).toEqual([])
  })

  it('stay refused when something else is chosen on a page that was opened before', async () => {
    const who = await company.person()
    const hash = company.service.secrets.phoneHash(who.phone)
    await company.service.db.rows(sql`insert into text_opt_out (phone_hash, at) values (${hash}, ${MONDAY})`)
    expect(await save(who, { quietFrom: 0, texts: undefined })).toMatchObject({ quietFrom: 0, texts: false })
    expect(await get(who)).toMatchObject({ quietFrom: 0, texts: false })
  })

  it('are nobody else’s business', async () => {
    const other = company.service.secrets.phoneHash(freshPhone())
    await company.service.db.rows(sql`insert into text_opt_out (phone_hash, at) values (${other}, ${MONDAY})`)
    await save(await company.person())
    expect(
      await company.service.db.rows(sql`select at from text_opt_out where phone_hash = ${other}`),
    ).toHaveLength(1)
  })
})

type Answers = Sent<'notice.subscribed'>['answers']

describe('taps', () => {
  const subscribed = (
    who: Somebody,
    answers: Answers,
    request = requestId(),
    openid: string | null = 'oPhone',
  ) => dispatch('notice.subscribed', { requestId: request, answers }, { ...company.context(who), openid })
  const tap = (
    template: Answers[number]['template'],
    answer: Answers[number]['answer'],
    always = false,
  ): Answers[number] => ({ template, answer, always })
  const ledger = (who: Somebody) =>
    company.service.db.rows(
      sql`select template, credits, always from subscribe_credit where person_id = ${who.id} order by template`,
    )

  it.each<[string, Answers, object[]]>([
    [
      'accept: one message',
      [tap('progress', 'accept')],
      [{ template: 'progress', credits: 3, always: null }],
    ],
    [
      'accept for good: one message too',
      [tap('progress', 'accept', true)],
      [{ template: 'progress', credits: 3, always: 'accept' }],
    ],
    [
      'reject: what was accepted stays',
      [tap('progress', 'reject')],
      [{ template: 'progress', credits: 2, always: null }],
    ],
    [
      'reject for good: nothing is left',
      [tap('progress', 'reject', true)],
      [{ template: 'progress', credits: 0, always: 'reject' }],
    ],
    ['ban: nothing', [tap('progress', 'ban', true)], [{ template: 'progress', credits: 2, always: null }]],
    ['filter: nothing', [tap('progress', 'filter')], [{ template: 'progress', credits: 2, always: null }]],
    [
      'several at once, each its own',
      [tap('progress', 'accept'), tap('answer', 'reject'), tap('task', 'accept')],
      [
        { template: 'answer', credits: 0, always: null },
        { template: 'progress', credits: 3, always: null },
        { template: 'task', credits: 1, always: null },
      ],
    ],
  ])('%s', async (_what, answers, rows) => {
    const who = await company.person()
    await by.taps(who, { progress: 2 })
    const credits = (rows as { credits: number }[]).reduce((sum, row) => sum + row.credits, 0)
    expect(await subscribed(who, answers)).toEqual({ ok: true, data: { credits } })
    expect(await ledger(who)).toEqual(rows)
    expect(await get(who)).toMatchObject({ credits })
  })

  it('add up, also of templates that were not asked for this time', async () => {
    const who = await company.person()
    await by.taps(who, { answer: 4 })
    await subscribed(who, [tap('task', 'accept')])
    expect(await subscribed(who, [tap('progress', 'accept')])).toMatchObject({ data: { credits: 6 } })
  })

  it('count once, however often one request arrives', async () => {
    const who = await company.person()
    const request = requestId()
    const answers = [tap('progress', 'accept')]
    const replies = await Promise.all(Array.from({ length: 10 }, () => subscribed(who, answers, request)))
    expect(new Set(replies.map((reply) => JSON.stringify(reply)))).toEqual(
      new Set([JSON.stringify({ ok: true, data: { credits: 1 } })]),
    )
  })

  it('are lost by none of many at once', async () => {
    const who = await company.person()
    await Promise.all(Array.from({ length: 20 }, () => subscribed(who, [tap('progress', 'accept')])))
    expect(await get(who)).toMatchObject({ credits: 20 })
  })

  it('count inside WeChat only', async () => {
    const who = await company.person()
    expect(await subscribed(who, [tap('progress', 'accept')], requestId(), null)).toMatchObject({
      code: 'forbidden',
    })
    expect(await ledger(who)).toEqual([])
  })
})
