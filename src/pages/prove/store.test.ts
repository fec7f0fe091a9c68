import { startProof, verifyProof } from '@/services/phone-proof'
import { makeProve } from './store'

jest.mock('@/services/phone-proof')

const start = jest.mocked(startProof)
const verify = jest.mocked(verifyProof)
const sent = { ok: true as const, data: { expiresIn: 300, retryAfter: 60 } }
const refused = (code: 'code-wrong' | 'rate-limited' | 'unavailable', details = {}) => ({
  ok: false as const,
  code,
  message: '',
  ...details,
})

beforeEach(() => {
  jest.useFakeTimers()
  start.mockReset().mockResolvedValue(sent)
  verify.mockReset()
})
afterEach(() => jest.useRealTimers())

async function asked() {
  const store = makeProve()
  store.getState().typePhone('138-0013-8000')
  await store.getState().ask()
  return store
}

describe('proving a number by code', () => {
  it('says beside the field that something is no number, and asks for nothing', async () => {
    const store = makeProve()
    store.getState().typePhone('12345')
    await store.getState().ask()
    expect(store.getState()).toMatchObject({ phone: '123 45', phoneProblem: '这不像手机号，请检查' })
    expect(start).not.toHaveBeenCalled()
  })

  it('asks for a code once in 60 s', async () => {
    const store = await asked()
    await store.getState().ask()
    expect(start.mock.calls).toEqual([['+8613800138000']])
    jest.advanceTimersByTime(60_000)
    await store.getState().ask()
    expect(start).toHaveBeenCalledTimes(2)
  })

  it('lets another number be asked for at once', async () => {
    const store = await asked()
    store.getState().typePhone('13900139000')
    expect(store.getState().askedFor).toBeNull()
    await store.getState().ask()
    expect(start).toHaveBeenLastCalledWith('+8613900139000')
  })

  it('keeps what was typed after a wrong code and tells the tries left', async () => {
    const store = await asked()
    verify.mockResolvedValue(refused('code-wrong', { triesLeft: 4 }))
    store.getState().typeCode('000 000')
    expect(await store.getState().check()).toBeNull()
    expect(store.getState()).toMatchObject({ code: '000000', codeProblem: '验证码不对，还可以试 4 次' })
    expect(store.getState().phone).toBe('138-0013-8000')
  })

  it('opens the code field when a code was sent a moment ago, for instance before a reload', async () => {
    start.mockResolvedValue(refused('rate-limited', { retryAfter: 40 }))
    const store = await asked()
    expect(store.getState()).toMatchObject({
      askedFor: '+8613800138000',
      codeProblem: '操作太频繁了，请 40 秒后再试',
    })
  })

  it('stays where it is when the cloud is away', async () => {
    start.mockResolvedValue(refused('unavailable'))
    const store = await asked()
    expect(store.getState()).toMatchObject({ askedFor: null, busy: null })
    expect(store.getState().phoneProblem).toContain('暂时连不上')
  })

  it('does not send a code that is too short', async () => {
    const store = await asked()
    store.getState().typeCode('123')
    await store.getState().check()
    expect(verify).not.toHaveBeenCalled()
    expect(store.getState().codeProblem).toBe('请输入 6 位数字验证码')
  })
})
