import type { Answer } from '../cloud'
import { poll, type Changed, type LiveChange } from './poll'

type Reply = Answer<'progress.sync'>

const away: Reply = { ok: false, code: 'unavailable', message: '' }
const said = (cursor: string, changed: Changed[] = [], reset = false): Reply => ({
  ok: true,
  data: { cursor, changed, reset },
})
const zhou: Changed = { kind: 'application', id: 'zhou' }

function start(from: string | null = '1:1:') {
  const sync = jest.fn<Promise<Reply>, [string | null]>().mockResolvedValue(said('1:1:'))
  const changes: LiveChange[] = []
  const offline: (Date | null)[] = []
  const live = poll({
    sync,
    from,
    onChange: (c) => changes.push(c),
    onOffline: (since) => offline.push(since),
  })
  return { sync, changes, offline, live }
}

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

describe('poll', () => {
  it('asks at once and then every 2 s with the newest cursor', async () => {
    const { sync, live } = start()
    sync.mockResolvedValueOnce(said('2:2:'))
    live.resume()
    await jest.advanceTimersByTimeAsync(4000)
    expect(sync.mock.calls).toEqual([['1:1:'], ['2:2:'], ['1:1:']])
  })

  it('reports a change once', async () => {
    const { sync, changes, live } = start()
    sync.mockResolvedValueOnce(said('2:2:', [zhou]))
    live.resume()
    await jest.advanceTimersByTimeAsync(10_000)
    expect(changes).toEqual([[zhou]])
  })

  it('has everything loaded again after its very first cursor, since nothing was watched before', async () => {
    const { changes, live } = start(null)
    live.resume()
    await jest.advanceTimersByTimeAsync(10_000)
    expect(changes).toEqual(['everything'])
  })

  it('has everything loaded again when the database began another life', async () => {
    const { sync, changes, live } = start()
    sync.mockResolvedValueOnce(said('1:1:', [], true))
    live.resume()
    await jest.advanceTimersByTimeAsync(0)
    expect(changes).toEqual(['everything'])
  })

  it('tells since when it is offline, asks more slowly, and tells when it is over', async () => {
    const { sync, offline, live } = start()
    sync.mockResolvedValue(away)
    live.resume()
    await jest.advanceTimersByTimeAsync(60_000)
    expect(offline).toEqual([expect.any(Date)])
    expect(sync.mock.calls.length).toBeGreaterThanOrEqual(12)
    expect(sync.mock.calls.length).toBeLessThanOrEqual(15)
    sync.mockResolvedValue(said('2:2:', [zhou]))
    await jest.advanceTimersByTimeAsync(5000)
    expect(offline.at(-1)).toBeNull()
  })

  it('is silent while paused, and reports on return what happened meanwhile', async () => {
    const { sync, changes, live } = start()
    live.resume()
    await jest.advanceTimersByTimeAsync(0)
    live.pause()
    await jest.advanceTimersByTimeAsync(60_000)
    expect(sync).toHaveBeenCalledTimes(1)
    sync.mockResolvedValueOnce(said('2:2:', [zhou]))
    live.resume()
    await jest.advanceTimersByTimeAsync(0)
    expect(changes).toEqual([[zhou]])
  })

  it('loses nothing when a reply comes after the pause', async () => {
    const { sync, changes, live } = start()
    let arrive: (reply: Reply) => void = () => undefined
    sync.mockReturnValueOnce(new Promise((resolve) => (arrive = resolve)))
    live.resume()
    live.pause()
    arrive(said('2:2:', [zhou]))
    await jest.advanceTimersByTimeAsync(0)
    expect(changes).toEqual([])
    sync.mockResolvedValueOnce(said('2:2:', [zhou]))
    live.resume()
    await jest.advanceTimersByTimeAsync(0)
    expect(sync).toHaveBeenLastCalledWith('1:1:')
    expect(changes).toEqual([[zhou]])
  })

  it('stops asking when there is nobody to ask for', async () => {
    const { sync, live } = start()
    sync.mockResolvedValue({ ok: false, code: 'unauthenticated', message: '' })
    live.resume()
    await jest.advanceTimersByTimeAsync(60_000)
    expect(sync).toHaveBeenCalledTimes(1)
  })
})
