import sql from 'sql-template-tag'
import type { Handed } from '@/cloud/doors/handed'
import {
  MONDAY,
  openCompany,
  requestId,
  type Colleague,
  type Company,
  type Somebody,
} from '@/testing/company'
import { delivering } from '@/testing/delivering'
import { memoryDoors } from '@/testing/doors'
import { deliverDue } from '../outbox'

const doors = memoryDoors()
let company: Company
let by: ReturnType<typeof delivering>
let referrer: Colleague
let recruiter: Colleague
let candidate: Somebody
let applicationId: string

beforeAll(async () => {
  company = await openCompany(doors)
  by = delivering(company)
  recruiter = await company.colleague({ role: 'recruiter', name: '陈思' })
  const jobId = await company.job({ recruiter })
  referrer = await company.colleague()
  candidate = await company.person()
  applicationId = await company.application(referrer, candidate, jobId)
})
afterAll(() => company.close())
beforeEach(async () => {
  company.at(MONDAY)
  await by.emptyOutbox()
  await company.service.db.rows(sql`delete from notice_setting`)
  await company.service.db.rows(sql`delete from subscribe_credit`)
  await company.service.db.rows(sql`delete from refusal`)
  await by.reach(referrer, { openid: true, wecomId: true, email: true })
  await by.reach(recruiter, { openid: true, wecomId: true, email: true })
  await by.reach(candidate, { openid: true })
  for (const list of Object.values(doors.given)) list.length = 0
})

const deliver = (at = MONDAY) => deliverDue(company.service, at, { ms: 60_000, clock: () => 0 })
const toReferrer = () => by.tell(referrer, { event: 'owner-changed', seat: 'referrer', applicationId })
const toRecruiter = () => by.tell(recruiter, { event: 'source-claimed', seat: 'recruiter', applicationId })
const toCandidate = () => by.tell(candidate, { event: 'job-changed', seat: 'candidate', applicationId })
const handed = (outcome: Exclude<Handed['outcome'], 'sent'>, reason: string): Handed => ({ outcome, reason })
const minutes = (count: number) => new Date(MONDAY.getTime() + count * 60_000)
const onlyWechat = () => by.reach(referrer, { openid: true })

it('goes over WeCom to a colleague, in words that are made now', async () => {
  const id = await toRecruiter()
  expect(await deliver()).toBe(1)
  expect(doors.given.wecom).toEqual([
    {
      ...{ id, userId: expect.stringMatching(/^w/), handed: { outcome: 'sent' } },
      ...{ title: expect.stringContaining('来源'), body: expect.stringContaining('高级前端工程师') },
      page: `recruiter/detail/index?id=${applicationId}`,
    },
  ])
  expect(await by.row(id)).toMatchObject({ state: 'sent', channel: 'wecom', reason: null, attempts: 1 })
  expect(await deliver()).toBe(0)
})

it('goes over a subscribe message to a candidate, in the fields of the template, and uses up a tap', async () => {
  await by.taps(candidate, { progress: 2 })
  const id = await toCandidate()
  await deliver()
  expect(doors.given.subscribe).toMatchObject([
    {
      ...{ id, templateId: 'tpl-progress', openid: expect.stringMatching(/^o/) },
      page: `pages/timeline/index?id=${applicationId}&as=candidate`,
      fields: {
        thing1: '高级前端工程师',
        phrase2: expect.any(String),
        time3: expect.stringContaining('2026年11月23日'),
      },
    },
  ])
  expect(await by.row(id)).toMatchObject({ state: 'sent', channel: 'subscribe' })
  expect(await by.tapsLeft(candidate)).toEqual({ progress: 1 })
})

it('mails a recruiter the list of the day, each line once', async () => {
  const id = await by.tell(recruiter, { event: 'digest', seat: 'recruiter', applicationId })
  await deliver()
  const [mail] = doors.given.email
  expect(mail).toMatchObject({
    id,
    to: expect.stringMatching(/@bole\.test$/),
    link: 'http://bole.test/#/inbox/list/index',
  })
  expect(mail?.lines).toEqual([expect.stringContaining('邀请过期了')])
  expect(await by.row(id)).toMatchObject({ state: 'sent', channel: 'email' })
})

describe('takes the first channel that is open', () => {
  it.each<[string, () => Promise<unknown>, string]>([
    ['WeCom before WeChat', async () => undefined, 'wecom'],
    [
      'WeChat where WeCom is not wanted',
      () => by.chooses(referrer, { wants: { wecom: false } }),
      'subscribe',
    ],
    ['WeChat where there is no account in WeCom', onlyWechat, 'subscribe'],
  ])('%s', async (_which, arrange, channel) => {
    await by.taps(referrer, { progress: 1 })
    await arrange()
    const id = await toReferrer()
    await deliver()
    expect(await by.row(id)).toMatchObject({ state: 'sent', channel })
  })

  it('and none is open: the inbox has it', async () => {
    await onlyWechat()
    const id = await toReferrer()
    expect(await deliver()).toBe(0)
    expect(await by.row(id)).toMatchObject({ state: 'dropped', reason: 'no-channel', attempts: 0 })
  })
})

describe('what WeCom answers', () => {
  it.each<[Handed, object]>([
    [
      handed('later', 'busy'),
      { state: 'waiting', reason: 'busy', channel: 'wecom', runAt: minutes(1), attempts: 1 },
    ],
    [
      handed('unconfirmed', 'timeout'),
      { state: 'waiting', reason: 'timeout', channel: 'wecom', runAt: minutes(1) },
    ],
    [handed('closed', '60111'), { state: 'sent', channel: 'subscribe' }],
    [handed('refused', '40058'), { state: 'sent', channel: 'subscribe' }],
  ])('%j, and WeChat is open', async (answer, row) => {
    await by.taps(referrer, { progress: 1 })
    doors.meets('wecom', answer)
    const id = await toReferrer()
    await deliver()
    expect(await by.row(id)).toMatchObject(row)
  })

  it.each<[Handed, object]>([
    [handed('closed', '60111'), { state: 'dropped', reason: 'no-channel' }],
    [handed('refused', '40058'), { state: 'dead', reason: '40058', channel: 'wecom' }],
  ])('%j, and nothing else is open', async (answer, row) => {
    doors.meets('wecom', answer)
    const id = await toReferrer()
    await deliver()
    expect(await by.row(id)).toMatchObject(row)
  })

  it('is taken for a timeout when the door breaks its word', async () => {
    const { send } = doors.wecom
    doors.wecom.send = () => Promise.reject(new TypeError('broken'))
    const id = await toReferrer()
    await deliver()
    doors.wecom.send = send
    expect(await by.row(id)).toMatchObject({ state: 'waiting', reason: 'TypeError', runAt: minutes(1) })
  })
})

describe('what WeChat answers', () => {
  beforeEach(onlyWechat)

  it.each<[Handed, object, number]>([
    [{ outcome: 'sent' }, { state: 'sent', reason: null }, 1],
    [handed('unconfirmed', 'timeout'), { state: 'sent', reason: 'timeout' }, 1],
    [handed('later', '-1'), { state: 'waiting', reason: '-1', runAt: minutes(1) }, 2],
    [handed('closed', '43101'), { state: 'dropped', reason: 'no-channel' }, 0],
    [handed('refused', '47003'), { state: 'dropped', reason: 'no-channel' }, 2],
  ])('%j leaves the ledger right', async (answer, row, left) => {
    await by.taps(referrer, { progress: 2, task: 5 })
    doors.meets('subscribe', answer)
    const id = await toReferrer()
    await deliver()
    expect(await by.row(id)).toMatchObject(row)
    expect(await by.tapsLeft(referrer)).toEqual({ progress: left, task: 5 })
  })

  it('skips a template that was refused, until the configuration changes', async () => {
    await by.taps(referrer, { progress: 9 })
    doors.meets('subscribe', handed('refused', '47003'))
    await toReferrer()
    await deliver()
    await toReferrer()
    await deliver()
    expect(doors.given.subscribe).toHaveLength(1)
    const { service } = company
    const templates = new Map([
      ...service.config.templates,
      ['progress', { id: 'tpl-new', fields: { job: 'thing1' } }] as const,
    ])
    await toReferrer()
    await deliverDue({ ...service, config: { ...service.config, templates } }, MONDAY)
    expect(doors.given.subscribe).toMatchObject([{}, { templateId: 'tpl-new' }])
  })

  it.each([
    ['40037', 6 * 60],
    ['47003', 60],
  ])(
    'tries a template that was refused with %s again after %d minutes, and renews it',
    async (code, after) => {
      await by.chooses(referrer, { quiet: { from: 0, to: 0 } })
      await by.taps(referrer, { progress: 9 })
      const tries = async (at: Date, answer?: Handed) => {
        doors.given.subscribe.length = 0
        if (answer) doors.meets('subscribe', answer)
        company.at(at)
        await toReferrer()
        await deliver(at)
        return doors.given.subscribe.length
      }
      const refused = handed('refused', code)
      expect(await tries(MONDAY, refused)).toBe(1)
      expect(await tries(minutes(after - 1))).toBe(0)
      expect(await tries(minutes(after), refused)).toBe(1)
      expect(await tries(minutes(2 * after - 1))).toBe(0)
      expect(await tries(minutes(2 * after))).toBe(1)
      expect(await tries(minutes(2 * after))).toBe(1)
    },
  )

  it('goes on with a template of which another message was taken at the same time', async () => {
    await by.taps(referrer, { progress: 9 })
    doors.meets('subscribe', handed('refused', '47003'))
    await toReferrer()
    await toReferrer()
    await deliver()
    await toReferrer()
    await deliver()
    expect(doors.given.subscribe).toHaveLength(3)
  })

  it('goes on with a template of which one message had a word that is not allowed', async () => {
    await by.taps(referrer, { progress: 9 })
    doors.meets('subscribe', handed('refused', '45168'))
    const ids = [await toReferrer(), await toReferrer()]
    await deliver()
    const states = (await Promise.all(ids.map((id) => by.row(id)))).map(({ state }) => state)
    expect(states.sort()).toEqual(['dropped', 'sent'])
  })

  it('is asked for no more messages at once than there are taps', async () => {
    await by.taps(referrer, { progress: 2 })
    for (let n = 0; n < 5; n++) await toReferrer()
    expect(await deliver()).toBe(2)
    expect(doors.given.subscribe).toHaveLength(2)
    expect(await by.tapsLeft(referrer)).toEqual({ progress: 0 })
  })

  it('does not forget a tap that came while it said there was none', async () => {
    await by.taps(referrer, { progress: 1 })
    const later = new Date(MONDAY.getTime() + 5_000)
    doors.wechat.subscribeMessage = await meanwhile(doors.wechat.subscribeMessage, () =>
      company.service.db.rows(sql`update subscribe_credit set credits = credits + 1, changed_at = ${later}`),
    )
    await toReferrer()
    await deliver()
    expect(await by.tapsLeft(referrer)).toEqual({ progress: 2 })
  })
})

/** The door answers 43101 once, after something else has happened. */
async function meanwhile(send: typeof doors.wechat.subscribeMessage, happens: () => Promise<unknown>) {
  return async () => {
    await happens()
    doors.wechat.subscribeMessage = send
    return handed('closed', '43101')
  }
}

it('tries eight times at growing distances, and then lays it aside', async () => {
  await by.chooses(referrer, { quiet: { from: 0, to: 0 } })
  const id = await toReferrer()
  const waits: number[] = []
  let at = MONDAY
  for (let attempt = 1; attempt <= 8; attempt++) {
    doors.meets('wecom', handed('later', 'busy'))
    await deliver(at)
    const { runAt, state, attempts } = await by.row(id)
    expect(attempts).toBe(attempt)
    if (state === 'waiting') waits.push((runAt.getTime() - at.getTime()) / 60_000)
    at = runAt
  }
  expect(waits).toEqual([1, 2, 5, 15, 60, 180, 360])
  expect(await by.row(id)).toMatchObject({ state: 'dead', reason: 'busy', channel: 'wecom' })
})

describe('quiet hours', () => {
  const night = new Date('2026-11-23T23:00:00+08:00')
  const morning = new Date('2026-11-24T08:00:00+08:00')
  const half = new Date('2026-11-24T08:30:00+08:00')
  beforeEach(() => company.at(night))

  it('put everything off until morning, spread over half an hour, and that is no try', async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, toReferrer))
    expect(await deliver(night)).toBe(0)
    const rows = await Promise.all(ids.map((id) => by.row(id)))
    expect(rows.every(({ state, attempts }) => state === 'waiting' && attempts === 0)).toBe(true)
    const times = rows.map(({ runAt }) => runAt.getTime())
    expect(Math.min(...times)).toBeGreaterThanOrEqual(morning.getTime())
    expect(Math.max(...times)).toBeLessThan(half.getTime())
    expect(new Set(times).size).toBeGreaterThan(15)
    expect(await deliver(half)).toBe(20)
  })

  it('are those that somebody has chosen', async () => {
    await by.chooses(referrer, { quiet: { from: 12 * 60, to: 13 * 60 } })
    await toReferrer()
    expect(await deliver(night)).toBe(1)
    company.at(new Date('2026-11-24T12:30:00+08:00'))
    const id = await toReferrer()
    expect(await deliver(new Date('2026-11-24T12:30:00+08:00'))).toBe(0)
    expect((await by.row(id)).runAt.getTime()).toBeGreaterThanOrEqual(Date.parse('2026-11-24T13:00:00+08:00'))
  })
})

describe('is dropped', () => {
  it.each<[string, () => Promise<unknown>, string]>([
    [
      'when it was read meanwhile',
      () => company.service.db.rows(sql`update message set read_at = ${MONDAY}`),
      'read',
    ],
    [
      'when its reader has left',
      () =>
        company.service.db.rows(sql`update employee set active = false where id = ${referrer.employeeId}`),
      'pointless',
    ],
    ['when it is too old to disturb', async () => undefined, 'too-late'],
  ])('%s', async (what, happens, reason) => {
    const id = await toReferrer()
    await happens()
    await deliver(what.includes('old') ? new Date(MONDAY.getTime() + 72 * 3_600_000) : MONDAY)
    await company.service.db.rows(sql`update employee set active = true`)
    expect(await by.row(id)).toMatchObject({ state: 'dropped', reason, attempts: 0 })
  })

  it('when what it tells of has moved on', async () => {
    const jobId = await company.job({ recruiter })
    const other = await company.person()
    const id = await company.application(referrer, other, jobId)
    await by.emptyOutbox()
    const move = { requestId: requestId(), id, version: 1, to: 'screening' as const, reason: null }
    const texts = { candidateText: '在看了', referrerText: '初筛中', internalNote: null }
    company.at(minutes(1))
    await company.must(recruiter, 'stage.move', { ...move, ...texts })
    company.at(minutes(2))
    await company.must(recruiter, 'stage.move', {
      ...move,
      ...texts,
      requestId: requestId(),
      version: 2,
      to: 'review',
    })
    await by.reach(other, { openid: true })
    await by.taps(other, { progress: 9 })
    await deliver(minutes(3))
    expect(doors.given.subscribe).toHaveLength(1)
    expect(doors.given.wecom).toHaveLength(1)
  })
})

it('asks for a decision also when the process has gone to another job meanwhile', async () => {
  const jobId = await company.job({ recruiter })
  const id = await company.application(referrer, await company.person(), jobId)
  await by.emptyOutbox()
  const row = await by.tell(recruiter, { event: 'source-claimed', seat: 'recruiter', applicationId: id })
  company.at(minutes(1))
  await company.must(recruiter, 'application.transfer', {
    ...{ requestId: requestId(), id, version: 1, jobId: await company.job(), reason: null },
    ...{ candidateText: '我们想请你看看另一个职位', referrerText: 'TA 转到另一个职位' },
  })
  await deliver(minutes(2))
  expect(await by.row(row)).toMatchObject({ state: 'sent' })
})

it.each<[string, boolean, string]>([
  ['keeps it so', true, 'sent'],
  ['gives it back', false, 'dropped'],
])(
  'tells whose it is now unless a later decision has changed that: one that %s',
  async (_which, keep, state) => {
    const owner = await company.colleague()
    await by.reach(owner, { wecomId: true })
    const id = await company.application(referrer, await company.person(), await company.job({ recruiter }))
    const rules = (to: Colleague | null) =>
      company.must(recruiter, 'application.ruleSource', {
        ...{ requestId: requestId(), id, reason: '核实过聊天记录' },
        owner: to === null ? { kind: 'keep' } : { kind: 'employee', employeeId: to.employeeId },
      })
    await by.emptyOutbox()
    await rules(owner)
    company.at(minutes(1))
    await rules(keep ? null : referrer)
    await deliver(minutes(2))
    const [told] = await company.service.db.rows<{ state: string }>(sql`select o.state from outbox o
    join message m on m.id = o.message_id where m.person_id = ${owner.id} order by m.at limit 1`)
    expect(told).toEqual({ state })
  },
)
