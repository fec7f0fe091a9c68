/** @jest-environment ./e2e/weapp/environment.ts */
import type { Phone } from '@/domain/phone'
import { CHEN_SI, LIN_XIAO } from './cloud-company'
import { moveOn } from './recruiter'
import { overloaded, type MiniProgram } from './simulator'
import { ANSWER, openSubscribeStage, PROGRESS, type Entry, type SubscribeStage } from './subscribe-stage'
import { until } from './until'

jest.setTimeout(60_000)

const CANDIDATE = { name: '闻人月', phone: '+8613912345871' as Phone }
const THANKS = '记下了，下一次有进展会在微信里告诉你'
const NO_THANKS = '好，不打扰你，新进展在「消息」里都能看到'

let stage: SubscribeStage
let referrer: MiniProgram
let candidate: MiniProgram

beforeAll(async () => {
  stage = await openSubscribeStage()
  referrer = await stage.phone('oLinXiao', LIN_XIAO.phone)
  candidate = await stage.phone('oCandidate', CANDIDATE.phone)
  await stage.phone('oChenSi', CHEN_SI.phone)
})

afterAll(() => stage?.close())

const tapNews = (phone: MiniProgram, button: string, outcome: string) =>
  stage.counted(async () => {
    await phone.tap(button)
    await phone.see(outcome)
  })

const left = (credits: number, always: Entry['always'] = null): Entry => ({ credits, always })

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
    expect(await stage.ledgerOf('oLinXiao')).toEqual({ answer: left(1), progress: left(0) })
  })

  it('gets one more by a second tap', async () => {
    referrer.device.subscriptions.choices = {}
    await tapNews(referrer, NEWS, THANKS)
    expect(await stage.ledgerOf('oLinXiao')).toEqual({ answer: left(2), progress: left(1) })
  })

  it('loses nothing by saying no', async () => {
    referrer.device.subscriptions.choices = { [PROGRESS]: 'reject', [ANSWER]: 'reject' }
    await tapNews(referrer, NEWS, NO_THANKS)
    expect(await stage.ledgerOf('oLinXiao')).toEqual({ answer: left(2), progress: left(1) })
  })

  it('who ticks 「总是保持」 keeps the yes, and has none left of what they never want', async () => {
    Object.assign(referrer.device.subscriptions, { choices: { [PROGRESS]: 'reject' }, tick: true })
    await tapNews(referrer, NEWS, THANKS)
    expect(await stage.ledgerOf('oLinXiao')).toEqual({
      answer: left(3, 'accept'),
      progress: left(0, 'reject'),
    })
  })

  it('sees no panel any more, and each tap is one more message', async () => {
    const { subscriptions } = referrer.device
    const panels = subscriptions.panels.length
    await tapNews(referrer, NEWS, THANKS)
    expect(subscriptions.asked.at(-1)).toEqual([ANSWER])
    expect(subscriptions.panels).toHaveLength(panels)
    expect(await stage.ledgerOf('oLinXiao')).toEqual({
      answer: left(4, 'accept'),
      progress: left(0, 'reject'),
    })
  })

  it('is asked without a word when done with it', async () => {
    const { subscriptions } = referrer.device
    const panels = subscriptions.panels.length
    await stage.counted(() => referrer.tap('完成'))
    expect(subscriptions.panels).toHaveLength(panels)
    expect(await stage.ledgerOf('oLinXiao')).toEqual({
      answer: left(5, 'accept'),
      progress: left(0, 'reject'),
    })
  })
})

describe('a candidate who wants no messages in WeChat', () => {
  const NEWS = '有新进展时告诉我'

  beforeAll(async () => {
    const { items } = await stage.cloud.askAs('oLinXiao')('progress.list', { as: 'referrer', filter: 'all' })
    const id = items[0]?.id ?? ''
    const ask = stage.cloud.askAs('oCandidate')
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
    expect(await stage.ledgerOf('oCandidate')).toEqual({ progress: left(0, 'reject') })
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
    expect(await stage.ledgerOf('oCandidate')).toEqual({ progress: left(1) })
  })

  it('with the switch for all off finds the way to the settings', async () => {
    const { device } = candidate
    device.subscriptions.on = false
    await candidate.tap(NEWS)
    await candidate.see('微信里关着这种提醒，打开后再点一次', '微信提醒关着，去打开')
    Object.assign(device.subscriptions, { inSettings: { kept: {}, on: true } })
    await candidate.tap('微信提醒关着，去打开')
    await candidate.see(NEWS)
    expect(await stage.ledgerOf('oCandidate')).toEqual({ progress: left(1) })
  })
})

describe('what was accepted', () => {
  it('is spent on what is sent, and where nothing is left nothing is sent', async () => {
    await stage.delivered()
    // What the candidate did: the answer by the template that is left, the application by one of which there is none.
    expect(stage.sentTo('oLinXiao')).toEqual([ANSWER])
    await moveOn(stage.cloud.askAs('oChenSi'), CANDIDATE.name, 'screening')
    await stage.delivered()
    await moveOn(stage.cloud.askAs('oChenSi'), CANDIDATE.name, 'review')
    await stage.delivered()
    expect(stage.sentTo('oCandidate')).toEqual([PROGRESS])
    expect(stage.sentTo('oLinXiao')).toEqual([ANSWER])
    expect(await stage.ledgerOf('oCandidate')).toEqual({ progress: left(0) })
    expect((await stage.ledgerOf('oLinXiao')).answer).toEqual(left(4, 'accept'))
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
