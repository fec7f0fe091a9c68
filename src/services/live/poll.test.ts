import type { Answer } from '../cloud'
import { poll, type Changed, type LiveChange } from './poll'

type Reply = Answer<'progress.sync'>

const away: Reply = { ok: false, code: 'unavailable', message: '' }
const said = (cursor: string, changed: Changed[] = [], { reset = false, unread = 0 } = {}): Reply => ({
  ok: true,
  data: { cursor, changed, reset, unread },
})
const zhou: Changed = { kind: 'application', id: 'zhou' }
const MINUTE = 60_000

function start(from: string | null = '1:1:') {
  const sync = jest.fn<Promise<Reply>, [string | null]>().mockResolvedValue(said('1:1:'))
  const changes: LiveChange[] = []
  const offline: (Date | null)[] = []
  const unread: number[] = []
  const cloud = { away: 0 }
  const live = poll({
    sync,
    from,
    onChange: (c) => changes.push(c),
    onOffline: (since) => offline.push(since),
    onUnread: (count) => unread.push(count),
    timesAway: () => cloud.away,
  })
  return { sync, changes, offline, unread, cloud, live }
}

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

describe('poll', () => {
  it('asks at once and then every 2 s with the newest cursor', async () => {
    const { sync, live } = start()
    sync.mockResolvedValueOnce(said('2:2:'))
    void live.resume()
    await jest.advanceTimersByTimeAsync(4000)
    expect(sync.mock.calls).toEqual([['1:1:'], ['2:2:'], ['1:1:']])
  })

  it('reports a change once', async () => {
    const { sync, changes, live } = start()
    sync.mockResolvedValueOnce(said('2:2:', [zhou]))
    void live.resume()
    await jest.advanceTimersByTimeAsync(10_000)
    expect(changes).toEqual([[zhou]])
  })

  it('has everything loaded again after its very first cursor, since nothing was watched before', async () => {
    const { changes, live } = start(null)
    void live.resume()
    await jest.advanceTimersByTimeAsync(10_000)
    expect(changes).toEqual(['everything'])
  })

  it('has everything loaded again when the database began another life', async () => {
    const { sync, changes, live } = start()
    sync.mockResolvedValueOnce(said('1:1:', [], { reset: true }))
    void live.resume()
    await jest.advanceTimersByTimeAsync(0)
    expect(changes).toEqual(['everything'])
  })

  it('tells since when it is offline, asks more slowly, and tells when it is over', async () => {
    const { sync, offline, live } = start()
    sync.mockResolvedValue(away)
    void live.resume()
    await jest.advanceTimersByTimeAsync(60_000)
    expect(offline).toEqual([expect.any(Date)])
    expect(sync.mock.calls.length).toBeGreaterThanOrEqual(12)
    expect(sync.mock.calls.length).toBeLessThanOrEqual(15)
    sync.mockResolvedValue(said('2:2:'))
    await jest.advanceTimersByTimeAsync(5000)
    expect(offline.at(-1)).toBeNull()
  })

  it('has everything loaded again once the cloud is back: what was being loaded when it went is missing', async () => {
    const { sync, changes, live } = start()
    sync.mockResolvedValueOnce(said('2:2:', [zhou])).mockResolvedValueOnce(away)
    void live.resume()
    await jest.advanceTimersByTimeAsync(10_000)
    expect(changes).toEqual([[zhou], 'everything'])
  })

  it('has everything loaded again when another call failed meanwhile, ever more slowly while it goes on failing', async () => {
    const { sync, changes, cloud, live } = start()
    void live.resume()
    await jest.advanceTimersByTimeAsync(0)
    cloud.away++
    await jest.advanceTimersByTimeAsync(10_000)
    expect(changes).toEqual(['everything'])
    sync.mockClear()
    sync.mockImplementation(async () => (cloud.away++, said('1:1:')))
    await jest.advanceTimersByTimeAsync(2 * MINUTE)
    expect(changes.length).toBeGreaterThan(5)
    expect(sync.mock.calls.length).toBeLessThan(12)
  })

  it('is silent while paused, and reports on return what happened meanwhile', async () => {
    const { sync, changes, live } = start()
    void live.resume()
    await jest.advanceTimersByTimeAsync(0)
    live.pause()
    await jest.advanceTimersByTimeAsync(60_000)
    expect(sync).toHaveBeenCalledTimes(1)
    sync.mockResolvedValueOnce(said('2:2:', [zhou]))
    void live.resume()
    await jest.advanceTimersByTimeAsync(0)
    expect(changes).toEqual([[zhou]])
  })

  it('loses nothing when a reply comes after the pause', async () => {
    const { sync, changes, live } = start()
    let arrive: (reply: Reply) => void = () => undefined
    sync.mockReturnValueOnce(new Promise((resolve) => (arrive = resolve)))
    void live.resume()
    live.pause()
    arrive(said('2:2:', [zhou]))
    await jest.advanceTimersByTimeAsync(0)
    expect(changes).toEqual([])
    sync.mockResolvedValueOnce(said('2:2:', [zhou]))
    void live.resume()
    await jest.advanceTimersByTimeAsync(0)
    expect(sync).toHaveBeenLastCalledWith('1:1:')
    expect(changes).toEqual([[zhou]])
  })

  it('hands on how many messages are unread, with each answer', async () => {
    const { sync, unread, live } = start()
    sync.mockResolvedValueOnce(said('1:1:', [], { unread: 3 }))
    void live.resume()
    await jest.advanceTimersByTimeAsync(2000)
    expect(unread).toEqual([3, 0])
  })

  it('is still asking every 2 s after nine minutes in which nothing moved, and slows down step by step', async () => {
    const { sync, live } = start()
    void live.resume()
    await jest.advanceTimersByTimeAsync(9 * MINUTE)
    const asked = async (ms: number) => {
      sync.mockClear()
      await jest.advanceTimersByTimeAsync(ms)
      return sync.mock.calls.length
    }
    expect(await asked(MINUTE)).toBe(30)
    expect(await asked(MINUTE)).toBeLessThanOrEqual(13)
    await asked(MINUTE)
    expect(await asked(MINUTE)).toBeLessThanOrEqual(6)
    await asked(2 * MINUTE)
    expect(await asked(10 * MINUTE)).toBe(20)
  })

  it.each<[string, (parts: ReturnType<typeof start>) => unknown]>([
    ['somebody touches the screen', ({ live }) => live.touched()],
    ['somebody comes back', ({ live }) => (live.pause(), live.resume())],
    [
      'something moves',
      async ({ sync }) => {
        sync.mockResolvedValueOnce(said('2:2:', [zhou]))
        await jest.advanceTimersByTimeAsync(30_000)
      },
    ],
    [
      'a message comes',
      async ({ sync }) => {
        sync.mockResolvedValue(said('1:1:', [], { unread: 1 }))
        await jest.advanceTimersByTimeAsync(30_000)
      },
    ],
  ])('asks every 2 s again as soon as %s', async (_what, happens) => {
    const parts = start()
    void parts.live.resume()
    await jest.advanceTimersByTimeAsync(20 * MINUTE)
    await happens(parts)
    parts.sync.mockClear()
    await jest.advanceTimersByTimeAsync(MINUTE)
    expect(parts.sync.mock.calls.length).toBeGreaterThanOrEqual(29)
  })

  it('asks at once at the first touch after a long silence, and not for each of those that follow', async () => {
    const { sync, live } = start()
    void live.resume()
    await jest.advanceTimersByTimeAsync(20 * MINUTE)
    sync.mockClear()
    for (let n = 0; n < 5; n++) live.touched()
    await jest.advanceTimersByTimeAsync(0)
    expect(sync).toHaveBeenCalledTimes(1)
  })

  it.each([
    ['as long as it really was', 0, 60],
    ['as long as it really was when the clock is set back by an hour', -60 * MINUTE, 60],
    ['unknown when the clock leaps ahead', 60 * MINUTE, null],
  ])('tells what is shown to be old %s', async (_how, leap, seconds) => {
    const { sync, offline, live } = start()
    sync.mockResolvedValue(away)
    void live.resume()
    await jest.advanceTimersByTimeAsync(30_000)
    jest.setSystemTime(Date.now() + leap)
    await jest.advanceTimersByTimeAsync(30_000)
    const since = offline.at(-1)?.getTime() ?? 0
    if (seconds === null) return expect(since).toBeNaN()
    expect(Math.abs((Date.now() - since) / 1000 - seconds)).toBeLessThanOrEqual(6)
    expect(offline.length).toBeLessThanOrEqual(3)
  })

  it('stops asking when there is nobody to ask for', async () => {
    const { sync, live } = start()
    sync.mockResolvedValue({ ok: false, code: 'unauthenticated', message: '' })
    void live.resume()
    await jest.advanceTimersByTimeAsync(60_000)
    expect(sync).toHaveBeenCalledTimes(1)
  })
})
