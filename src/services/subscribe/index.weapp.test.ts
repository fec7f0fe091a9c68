import Taro from '@tarojs/taro'
import type { Template } from '@/domain/notices/event'
import { resetTaro } from '@/testing/taro'
import { call } from '../cloud/call'
import { useSession } from '../session'
import { recall, remember } from '../storage'
import { subscribe } from './index.weapp'
import { sendKept } from './report'
import { useSettings } from './settings'

jest.mock('../cloud/call')

const calls = jest.mocked(call)
const away = { ok: false as const, code: 'unavailable' as const, message: '' }
const counted = { ok: true as const, data: { credits: 3 } }
const request = jest.fn<Promise<object>, [{ tmplIds: string[] }]>()
const kept = () => recall('news-answers', (stored) => stored)

let items: Record<string, string>

function own(...keys: Template[]): void {
  const { me } = useSession.getInitialState()
  const visitor = { id: 'zhou', roles: [], maskedPhone: null, employee: null, company: '' }
  const templates = keys.map((key) => ({ key, id: `id-${key}`, always: null }))
  useSession.setState({ me: me ?? { ...visitor, invitationsWaiting: 0, unread: 0, templates } })
}

beforeEach(() => {
  resetTaro()
  items = {}
  useSettings.setState({ settings: null })
  calls.mockReset().mockResolvedValue(counted)
  request.mockReset().mockResolvedValue({ 'id-progress': 'accept', 'id-answer': 'reject' })
  Object.assign(Taro, {
    requestSubscribeMessage: request,
    getSetting: () => Promise.resolve({ subscriptionsSetting: { mainSwitch: true, itemSettings: items } }),
  })
  own('progress', 'answer')
})

const said = () => calls.mock.calls.map(([, input]) => (input as { answers: unknown }).answers)

describe('a question of WeChat', () => {
  it('is asked in the tap itself, about all templates at once', () => {
    void subscribe.askForNews(['progress', 'answer'])
    expect(request).toHaveBeenCalledWith(expect.objectContaining({ tmplIds: ['id-progress', 'id-answer'] }))
  })

  it('is told to the cloud, with what was ticked to be kept', async () => {
    items = { 'id-progress': 'accept' }
    const outcome = await subscribe.askForNews(['progress', 'answer'])
    expect(outcome.kind).toBe('accepted')
    expect(outcome.kind === 'accepted' && (await outcome.credits)).toBe(3)
    expect(said()).toEqual([
      [
        { template: 'progress', answer: 'accept', always: true },
        { template: 'answer', answer: 'reject', always: false },
      ],
    ])
    expect(kept()).toBeUndefined()
  })

  it.each([
    [{ 'id-progress': 'reject' }, 'rejected', ['reject']],
    [{ 'id-progress': 'acceptWithAudio' }, 'accepted', ['accept']],
    [{ 'id-progress': 'ban' }, 'failed', ['ban']],
    [{ 'id-progress': 'filter' }, 'failed', ['filter']],
  ])('%j is %s', async (told, kind, answers) => {
    request.mockResolvedValue({ errMsg: 'ok', ...told })
    expect(await subscribe.askForNews(['progress'])).toMatchObject({ kind })
    expect(said().flat()).toEqual(answers.map((answer) => ({ template: 'progress', answer, always: false })))
  })

  it.each([
    [20004, 'settings'],
    [20005, 'failed'],
    [10005, 'failed'],
    [10002, 'failed'],
    [undefined, 'failed'],
  ])('that fails with %p is %s, and the cloud hears nothing', async (errCode, kind) => {
    request.mockRejectedValue({ errMsg: 'requestSubscribeMessage:fail', errCode })
    expect(await subscribe.askForNews(['progress'])).toMatchObject({ kind })
    expect(calls).not.toHaveBeenCalled()
  })

  it('is not asked where it was refused for good', async () => {
    useSettings.setState({ settings: { on: true, items: { 'id-progress': 'reject' } } })
    expect(await subscribe.askForNews(['progress'])).toEqual({ kind: 'settings' })
    expect(request).not.toHaveBeenCalled()
  })

  it('counts as not ticked where WeChat does not tell its settings', async () => {
    Object.assign(Taro, { getSetting: () => Promise.reject(new Error('getSetting:fail')) })
    await subscribe.askForNews(['progress'])
    expect(said().flat()).toContainEqual({ template: 'progress', answer: 'accept', always: false })
  })
})

describe('another tap that makes sense', () => {
  it('renews what WeChat accepts by itself', () => {
    useSettings.setState({ settings: { on: true, items: { 'id-progress': 'accept' } } })
    subscribe.renewNews(['progress', 'answer'])
    expect(request).toHaveBeenCalledWith(expect.objectContaining({ tmplIds: ['id-progress'] }))
  })

  it('shows no panel to anybody else', () => {
    subscribe.renewNews(['progress', 'answer'])
    expect(request).not.toHaveBeenCalled()
  })
})

describe('an answer while the cloud is away', () => {
  beforeEach(() => jest.useFakeTimers())
  afterEach(() => jest.useRealTimers())

  it('is kept, and sent again as the same one', async () => {
    calls.mockResolvedValueOnce(away)
    const outcome = await subscribe.askForNews(['progress'])
    await jest.advanceTimersByTimeAsync(0)
    expect(kept()).toHaveLength(1)
    sendKept()
    await jest.advanceTimersByTimeAsync(1000)
    expect(outcome.kind === 'accepted' && (await outcome.credits)).toBe(3)
    expect(calls.mock.calls[1]).toEqual(calls.mock.calls[0])
    expect(calls).toHaveBeenCalledTimes(2)
    expect(kept()).toBeUndefined()
  })

  it('of an earlier start is sent with the next one, and what does not fit is dropped', async () => {
    const answers = [{ template: 'progress', answer: 'accept', always: false }]
    remember('news-answers', [{ requestId: 'request-1', answers }, 'nonsense'])
    sendKept()
    await jest.advanceTimersByTimeAsync(0)
    expect(calls.mock.calls).toEqual([['notice.subscribed', { requestId: 'request-1', answers }]])
    expect(kept()).toBeUndefined()
  })

  it('that the cloud refuses is not sent for ever', async () => {
    calls.mockResolvedValue({ ok: false, code: 'bad-input', message: '' })
    const outcome = await subscribe.askForNews(['progress'])
    expect(outcome.kind === 'accepted' && (await outcome.credits)).toBeNull()
    expect(kept()).toBeUndefined()
  })
})
