import { visibility } from '../visibility'
import { call } from './call'
import { callAgain, type SendingPhase } from './call-again'
import { newRequestId } from './request-id'
import { dropToken, keepToken } from './token'

jest.mock('./call')
jest.mock('../visibility')

const away = { ok: false as const, code: 'unavailable' as const, message: 'away' }
const done = { ok: true as const, data: { stage: 'withdrawn' } }
const input = { requestId: 'request-1', id: 'application-1', reason: null }
const calls = jest.mocked(call)

let comeBack: () => void

beforeEach(() => {
  jest.useFakeTimers()
  calls.mockReset()
  jest.mocked(visibility.watch).mockImplementation((changed) => {
    comeBack = () => changed({ visible: true, online: true })
    return () => (comeBack = () => undefined)
  })
})
afterEach(() => jest.useRealTimers())

describe('callAgain', () => {
  it('sends the same request after 1, 2 and 4 s until the cloud answers, and tells what it is doing', async () => {
    const phases: SendingPhase[] = []
    calls
      .mockResolvedValueOnce(away)
      .mockResolvedValueOnce(away)
      .mockResolvedValueOnce(away)
      .mockResolvedValue(done)
    const sending = callAgain('application.withdraw', input, (phase) => phases.push(phase))
    await jest.advanceTimersByTimeAsync(0)
    expect(phases).toEqual(['sending', 'waiting-for-network'])
    await jest.advanceTimersByTimeAsync(1000)
    expect(calls).toHaveBeenCalledTimes(2)
    await jest.advanceTimersByTimeAsync(1999)
    expect(calls).toHaveBeenCalledTimes(2)
    await jest.advanceTimersByTimeAsync(1 + 4000)
    expect(await sending.reply).toEqual(done)
    expect(calls.mock.calls).toEqual(Array.from({ length: 4 }, () => ['application.withdraw', input]))
    expect(phases.at(-1)).toBe('done')
  })

  it('sends at once when the network comes back', async () => {
    calls.mockResolvedValueOnce(away).mockResolvedValue(done)
    const sending = callAgain('application.withdraw', input)
    await jest.advanceTimersByTimeAsync(100)
    comeBack()
    expect(await sending.reply).toEqual(done)
    expect(calls).toHaveBeenCalledTimes(2)
  })

  it('waits as long as the cloud asks for', async () => {
    calls.mockResolvedValueOnce({ ...away, retryAfter: 5 }).mockResolvedValue(done)
    callAgain('application.withdraw', input)
    await jest.advanceTimersByTimeAsync(4999)
    expect(calls).toHaveBeenCalledTimes(1)
    await jest.advanceTimersByTimeAsync(1)
    expect(calls).toHaveBeenCalledTimes(2)
  })

  it.each(['internal', 'stage-conflict', 'rate-limited'] as const)('takes %s for an answer', async (code) => {
    calls.mockResolvedValue({ ok: false, code, message: '' })
    expect(await callAgain('application.withdraw', input).reply).toMatchObject({ code })
    expect(calls).toHaveBeenCalledTimes(1)
  })

  it.each<[string, () => void]>([
    ['signed out', dropToken],
    ['another signed in', () => keepToken('session-of-another')],
  ])('sends nothing in a name that is not theirs once the person has %s', async (_what, happens) => {
    keepToken('session-of-mine')
    calls.mockResolvedValueOnce(away).mockResolvedValue(done)
    const sending = callAgain('application.withdraw', input)
    await jest.advanceTimersByTimeAsync(0)
    happens()
    comeBack()
    expect(await sending.reply).toMatchObject({ code: 'unauthenticated' })
    expect(calls).toHaveBeenCalledTimes(1)
    dropToken()
  })

  it('still sends what somebody wanted before they proved who they are', async () => {
    calls.mockResolvedValueOnce(away).mockResolvedValue(done)
    const sending = callAgain('application.withdraw', input)
    await jest.advanceTimersByTimeAsync(0)
    keepToken('session-of-mine')
    comeBack()
    expect(await sending.reply).toEqual(done)
    dropToken()
  })

  it('stops when cancelled, and settles', async () => {
    calls.mockResolvedValue(away)
    const sending = callAgain('application.withdraw', input)
    await jest.advanceTimersByTimeAsync(0)
    sending.cancel()
    expect(await sending.reply).toEqual(away)
    await jest.advanceTimersByTimeAsync(60_000)
    expect(calls).toHaveBeenCalledTimes(1)
  })
})

describe('newRequestId', () => {
  it('is of the contract’s form and never the same twice', () => {
    const ids = Array.from({ length: 1000 }, newRequestId)
    expect(new Set(ids).size).toBe(1000)
    ids.forEach((id) => expect(id).toMatch(/^[A-Za-z0-9_-]{8,64}$/))
  })
})
