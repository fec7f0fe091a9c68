import Taro from '@tarojs/taro'
import { cloudNow } from '../clock'
import { call } from './call'
import { currentToken, dropToken, keepToken } from './token'

const request = jest.mocked(Taro.request)

const answers = (data: unknown, statusCode = 200) =>
  request.mockImplementationOnce((() => Promise.resolve({ data, statusCode })) as never)

beforeAll(() => Object.assign(globalThis, { BOLE_SERVER: 'http://server.test' }))
beforeEach(() => {
  request.mockClear()
  dropToken()
})
afterEach(() => jest.useRealTimers())

describe('call', () => {
  it('posts the input to the address of the call, with the session when there is one', async () => {
    keepToken('a-web-session')
    answers({ ok: true, data: { jobs: [] } })
    expect(await call('job.list', {})).toEqual({ ok: true, data: { jobs: [] } })
    expect(request).toHaveBeenCalledWith(
      expect.objectContaining({
        url: 'http://server.test/api/job.list',
        method: 'POST',
        data: {},
        header: { 'Content-Type': 'application/json', Authorization: 'Bearer a-web-session' },
      }),
    )
  })

  it('learns the time from an answer that tells it', async () => {
    const now = Date.now() + 3_600_000
    answers({ ok: true, data: { now: new Date(now).toISOString() } })
    await call('progress.list', { as: 'referrer' })
    expect(Math.abs(cloudNow().getTime() - now)).toBeLessThan(10_000)
  })

  it('sends no authorisation for a visitor', async () => {
    answers({ ok: true, data: { jobs: [] } })
    await call('job.list', {})
    expect(request.mock.calls[0]?.[0].header).toEqual({ 'Content-Type': 'application/json' })
  })

  it('hands a refusal back with its details, whatever the HTTP status', async () => {
    answers({ ok: false, code: 'code-wrong', message: 'wrong', triesLeft: 3 }, 400)
    const reply = await call('session.verify', { phone: '13800138000', code: '000000' })
    expect(reply).toMatchObject({ ok: false, code: 'code-wrong', triesLeft: 3 })
  })

  it.each([
    ['a page of a proxy', '<html>502</html>'],
    ['nothing', null],
    ['an object of another kind', { status: 'starting' }],
  ])('takes %s for a cloud that is away', async (_what, data) => {
    answers(data, 502)
    expect(await call('me.get', {})).toMatchObject({ ok: false, code: 'unavailable' })
  })

  it('takes a code from a newer cloud for a failure of ours', async () => {
    answers({ ok: false, code: 'constructor', message: 'new' })
    expect(await call('me.get', {})).toMatchObject({ ok: false, code: 'internal' })
  })

  it('answers unavailable when the network fails', async () => {
    request.mockImplementationOnce((() => Promise.reject(new Error('offline'))) as never)
    expect(await call('me.get', {})).toEqual({ ok: false, code: 'unavailable', message: 'offline' })
  })

  it('gives up after 10 s without an answer', async () => {
    jest.useFakeTimers()
    request.mockImplementationOnce((() => new Promise(() => undefined)) as never)
    const reply = call('me.get', {})
    await jest.advanceTimersByTimeAsync(10_000)
    expect(await reply).toMatchObject({ ok: false, code: 'unavailable' })
  })

  it('drops the session that the cloud does not know', async () => {
    keepToken('a-web-session')
    answers({ ok: false, code: 'unauthenticated', message: 'ended' }, 401)
    await call('progress.sync', { cursor: null })
    expect(currentToken()).toBeNull()
  })

  it('keeps a session opened while the refusal of the old one was on its way', async () => {
    keepToken('the-old-session')
    request.mockImplementationOnce((() => {
      keepToken('the-new-session')
      return Promise.resolve({ data: { ok: false, code: 'unauthenticated', message: 'ended' } })
    }) as never)
    await call('progress.sync', { cursor: null })
    expect(currentToken()).toBe('the-new-session')
  })
})
