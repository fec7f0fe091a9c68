/** @jest-environment ./e2e/weapp/environment.ts */
import sql from 'sql-template-tag'
import type { Phone } from '@/domain/phone'
import { rowsOf } from '../web/support/database'
import { rootOf } from './built'
import { openCloud, type Cloud } from './cloud'
import { CHEN_SI, LIN_XIAO } from './cloud-company'
import { moveOn, type Ask } from './recruiter'
import { overloaded, startMiniProgram, type MiniProgram } from './simulator'
import { until } from './until'
import { overCloud } from './wx-cloud'

jest.setTimeout(60_000)

/** As WeChat knows the templates of the company. */
const PROGRESS = 'tpl-progress-id'
const ANSWER = 'tpl-answer-id'
const TEMPLATES = {
  progress: { id: PROGRESS, fields: { job: 'thing1', stage: 'phrase2', time: 'time3', note: 'thing4' } },
  answer: { id: ANSWER, fields: { who: 'name1', job: 'thing2', note: 'thing3' } },
}
const CANDIDATE = { name: '闻人月', phone: '+8613912345871' as Phone }
const THANKS = '记下了，下一次有进展会在微信里告诉你'
const NO_THANKS = '好，不打扰你，新进展在「消息」里都能看到'

let cloud: Cloud
let chenSi: Ask
let referrer: MiniProgram
let candidate: MiniProgram

beforeAll(async () => {
  cloud = await openCloud({ BOLE_TEMPLATES: JSON.stringify(TEMPLATES) })
  chenSi = cloud.askAs('oChenSi')
  await bind('oChenSi', CHEN_SI.phone)
  await bind('oLinXiao', LIN_XIAO.phone)
  await bind('oCandidate', CANDIDATE.phone)
  referrer = phoneOf('oLinXiao')
  candidate = phoneOf('oCandidate')
  // WeChat lets through what was accepted, and no more.
  const people = new Map([
    ['oLinXiao', referrer],
    ['oCandidate', candidate],
  ])
  cloud.answer('subscribeMessage.send', ({ touser, template_id: template }) => {
    const credits = people.get(String(touser))?.device.subscriptions.credits
    const left = credits?.get(String(template)) ?? 0
    if (left === 0) return { json: { errcode: 43101, errmsg: 'user refuse to accept the msg' } }
    credits?.set(String(template), left - 1)
    return { json: { errcode: 0, errmsg: 'ok' } }
  })
})

afterAll(async () => {
  for (const phone of [referrer, candidate]) phone?.quit()
  await cloud?.close()
})

const phoneOf = (openid: string) =>
  startMiniProgram({ root: rootOf('weapp'), road: overCloud(cloud, openid) })

/** A number proven in WeChat, and no quiet hours: at any hour what is due is sent. */
async function bind(openid: string, phone: Phone): Promise<void> {
  const ask = cloud.askAs(openid)
  await ask('me.bindPhone', { requestId: `bind-${openid}`, code: cloud.phoneCode(openid, phone) })
  const { open: _, credits: __, ...choices } = await ask('notice.get', {})
  await ask('notice.save', { requestId: `save-${openid}`, ...choices, quietFrom: 0, quietTo: 0 })
}

type Entry = { credits: number; always: 'accept' | 'reject' | null }

/** The ledger in the database, by template. */
async function ledgerOf(openid: string): Promise<Record<string, Entry>> {
  const rows = await rowsOf<Entry & { template: string }>(
    cloud,
    sql`select c.template, c.credits, c.always from subscribe_credit c join person p on p.id = c.person_id
      where p.openid = ${openid} order by c.template`,
  )
  return Object.fromEntries(rows.map(({ template, ...entry }) => [template, entry]))
}

/** Taps, and waits until the cloud has counted what was answered. */
async function counted(tap: () => Promise<void>): Promise<void> {
  const reports = () => cloud.output().match(/"call":"notice\.subscribed","code":"ok"/g)?.length ?? 0
  const before = reports()
  await tap()
  await until('The answer did not reach the cloud', () => reports() > before, cloud.output)
}

const tapNews = (phone: MiniProgram, button: string, outcome: string) =>
  counted(async () => {
    await phone.tap(button)
    await phone.see(outcome)
  })

const left = (credits: number, always: Entry['always'] = null): Entry => ({ credits, always })
const sentTo = (openid: string) =>
  cloud.asked.flatMap(({ apiName, data }) =>
    apiName === 'subscribeMessage.send' && data.touser === openid ? [data.template_id] : [],
  )

describe('a referrer who wants to know of the answer', () => {
  const NEWS = 'TA 一回应就告诉我'

  beforeAll(async () => {
    referrer.open('/pages/home/index')
    await referrer.fill('TA 的手机号', CANDIDATE.phone.replace('+86', ''))
    await referrer.tap('TA 已同意，发出邀请')
    await referrer.see('邀请已生成')
  })

  it('is asked in the tap itself, about both templates, and what is accepted is one message', async () => {
    const { subscriptions } = referrer.device
    subscriptions.choices = { [PROGRESS]: 'reject' }
    await tapNews(referrer, NEWS, THANKS)
    expect(subscriptions.asked.map((ids) => [...ids].sort())).toEqual([[ANSWER, PROGRESS]])
    expect(await ledgerOf('oLinXiao')).toEqual({ answer: left(1), progress: left(0) })
  })

  it('gets one more by a second tap', async () => {
    referrer.device.subscriptions.choices = {}
    await tapNews(referrer, NEWS, THANKS)
    expect(await ledgerOf('oLinXiao')).toEqual({ answer: left(2), progress: left(1) })
  })

  it('loses nothing by saying no', async () => {
    referrer.device.subscriptions.choices = { [PROGRESS]: 'reject', [ANSWER]: 'reject' }
    await tapNews(referrer, NEWS, NO_THANKS)
    expect(await ledgerOf('oLinXiao')).toEqual({ answer: left(2), progress: left(1) })
  })

  it('who ticks 「总是保持」 keeps the yes, and has none left of what they never want', async () => {
    Object.assign(referrer.device.subscriptions, { choices: { [PROGRESS]: 'reject' }, tick: true })
    await tapNews(referrer, NEWS, THANKS)
    expect(await ledgerOf('oLinXiao')).toEqual({ answer: left(3, 'accept'), progress: left(0, 'reject') })
  })

  it('sees no panel any more, and each tap is one more message', async () => {
    const { subscriptions } = referrer.device
    const panels = subscriptions.panels.length
    await tapNews(referrer, NEWS, THANKS)
    expect(subscriptions.asked.at(-1)).toEqual([ANSWER])
    expect(subscriptions.panels).toHaveLength(panels)
    expect(await ledgerOf('oLinXiao')).toEqual({ answer: left(4, 'accept'), progress: left(0, 'reject') })
  })

  it('is asked without a word when done with it', async () => {
    const { subscriptions } = referrer.device
    const panels = subscriptions.panels.length
    await counted(() => referrer.tap('完成'))
    expect(subscriptions.panels).toHaveLength(panels)
    expect(await ledgerOf('oLinXiao')).toEqual({ answer: left(5, 'accept'), progress: left(0, 'reject') })
  })
})

describe('a candidate who wants no messages in WeChat', () => {
  const NEWS = '有新进展时告诉我'

  beforeAll(async () => {
    const { items } = await cloud.askAs('oLinXiao')('progress.list', { as: 'referrer', filter: 'all' })
    const id = items[0]?.id ?? ''
    const ask = cloud.askAs('oCandidate')
    await ask('invitation.accept', { requestId: 'request-accept', id })
    const { jobs } = await ask('job.list', {})
    const { applicationId } = await ask('application.submit', {
      ...{ requestId: 'request-apply', jobId: jobs[0]?.id ?? '', invitationId: id },
      ...{ name: CANDIDATE.name, note: null, token: null, fileId: null },
    })
    candidate.open(`/pages/timeline/index?id=${applicationId}&as=candidate`)
    await candidate.see('我们收到了，会认真看完你的资料。')
  })

  it('says so for good, and the page asks nothing any more', async () => {
    const { device } = candidate
    Object.assign(device.subscriptions, { choices: { [PROGRESS]: 'reject' }, tick: true })
    await tapNews(candidate, NEWS, NO_THANKS)
    expect(await ledgerOf('oCandidate')).toEqual({ progress: left(0, 'reject') })
    await candidate.tap('微信提醒关着，去打开')
    await until('The settings did not open', () => device.settingsOpened === 1, candidate.text)
    expect(device.subscriptions.asked).toEqual([[PROGRESS]])
  })

  it('is asked again after changing it in WeChat’s settings', async () => {
    const { device } = candidate
    Object.assign(device.subscriptions, { inSettings: { kept: {} }, choices: {}, tick: false })
    await candidate.tap('微信提醒关着，去打开')
    await tapNews(candidate, NEWS, THANKS)
    expect(device.subscriptions.panels).toEqual([[PROGRESS], [PROGRESS]])
    expect(await ledgerOf('oCandidate')).toEqual({ progress: left(1) })
  })

  it('with the switch for all off finds the way to the settings', async () => {
    const { device } = candidate
    device.subscriptions.on = false
    await candidate.tap(NEWS)
    await candidate.see('微信里关着这种提醒，打开后再点一次', '微信提醒关着，去打开')
    Object.assign(device.subscriptions, { inSettings: { kept: {}, on: true } })
    await candidate.tap('微信提醒关着，去打开')
    await candidate.see(NEWS)
    expect(await ledgerOf('oCandidate')).toEqual({ progress: left(1) })
  })
})

describe('what was accepted', () => {
  it('is spent on what is sent, and where nothing is left nothing is sent', async () => {
    await cloud.tick()
    // What the candidate did: the answer by the template that is left, the application by one of which there is none.
    expect(sentTo('oLinXiao')).toEqual([ANSWER])
    await moveOn(chenSi, CANDIDATE.name, 'screening')
    await cloud.tick()
    await moveOn(chenSi, CANDIDATE.name, 'review')
    await cloud.tick()
    expect(sentTo('oCandidate')).toEqual([PROGRESS])
    expect(sentTo('oLinXiao')).toEqual([ANSWER])
    expect(await ledgerOf('oCandidate')).toEqual({ progress: left(0) })
    expect((await ledgerOf('oLinXiao')).answer).toEqual(left(4, 'accept'))
  })

  it('is counted as WeChat counts it', () => {
    const countedBy = ({ device }: MiniProgram) => Object.fromEntries(device.subscriptions.credits)
    expect(countedBy(candidate)).toEqual({ [PROGRESS]: 0 })
    expect(countedBy(referrer)[ANSWER]).toBe(4)
  })
})

it('no page was handed more than 64 KB at once', () => {
  expect(overloaded([referrer, candidate])).toEqual([])
})
