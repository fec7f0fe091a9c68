import type { CallName } from '@/contract/calls'
import { call } from '@/services/cloud/call'
import { makeShares } from './store'

jest.mock('@/services/cloud/call')

const calls = jest.mocked(call)
const code = { id: 'c', channel: 'code', name: null, code: '7K2Q9M4X' }
const poster = { id: 'p', channel: 'poster', name: '朋友圈', code: null }
const failure = (failed: string) => ({ ok: false, code: failed, message: '' })
let shares: unknown[]
let replies: Partial<Record<CallName, unknown>>
const sent = (name: CallName) => calls.mock.calls.filter(([one]) => one === name).map(([, input]) => input)

beforeEach(() => {
  shares = [poster]
  replies = {}
  calls.mockReset().mockImplementation((name) => {
    const list = { ok: true, data: { shares } }
    return Promise.resolve(replies[name] ?? list) as ReturnType<typeof call>
  })
})

async function loaded() {
  const store = makeShares()
  await store.getState().load()
  return store
}

describe('my shares', () => {
  it('are loaded, and stay on screen while the cloud is away', async () => {
    const store = await loaded()
    expect(store.getState().phase).toMatchObject({ name: 'ready', shares: [poster], stale: false })
    replies['share.list'] = failure('unavailable')
    await store.getState().load()
    expect(store.getState().phase).toMatchObject({ name: 'ready', shares: [poster], stale: true })
  })

  it('that do not load say why, and come with the next try', async () => {
    replies['share.list'] = failure('unavailable')
    const store = await loaded()
    expect(store.getState().phase).toMatchObject({ name: 'failed', failure: { code: 'unavailable' } })
    delete replies['share.list']
    await store.getState().load()
    expect(store.getState().phase.name).toBe('ready')
  })
})

describe('my code', () => {
  it('is made the first time somebody looks for it, and only then', async () => {
    const store = await loaded()
    replies['share.create'] = { ok: true, data: { share: code, already: false } }
    shares = [code, poster]
    await store.getState().makeCode()
    await store.getState().makeCode()
    expect(sent('share.create')).toEqual([
      { requestId: expect.any(String) as string, channel: 'code', jobId: null, name: null, title: null },
    ])
    expect(store.getState().phase).toMatchObject({ shares: [code, poster] })
  })

  it('that could not be made says why, and is the same wish the next time', async () => {
    const store = await loaded()
    replies['share.create'] = failure('internal')
    await store.getState().makeCode()
    expect(store.getState()).toMatchObject({ doing: null, problem: { what: 'code' } })
    await store.getState().makeCode()
    const [first, second] = sent('share.create')
    expect(second).toEqual(first)
  })

  it('that is renewed twice is two wishes', async () => {
    shares = [code]
    const store = await loaded()
    replies['share.renew'] = { ok: true, data: { share: { ...code, code: 'NX4Y5P6U' } } }
    expect(await store.getState().renewCode()).toMatchObject({ code: 'NX4Y5P6U' })
    await store.getState().renewCode()
    const [first, second] = sent('share.renew') as { requestId: string }[]
    expect(second?.requestId).not.toBe(first?.requestId)
  })

  it('stays when the day has had enough of new ones', async () => {
    shares = [code]
    const store = await loaded()
    replies['share.renew'] = { ...failure('rate-limited'), retryAfter: 3600 }
    expect(await store.getState().renewCode()).toBeNull()
    expect(store.getState().problem).toEqual({ what: 'renew', words: '操作太频繁了，请 1 小时后再试' })
  })
})

describe('a share that ends', () => {
  it('is gone from the list', async () => {
    const store = await loaded()
    replies['share.end'] = { ok: true, data: { endedAt: '2026-11-24T00:00:00.000Z' } }
    shares = []
    expect(await store.getState().end('p')).toBe(true)
    expect(store.getState().phase).toMatchObject({ shares: [] })
  })

  it('is ended with the same request when the first one failed', async () => {
    const store = await loaded()
    replies['share.end'] = failure('internal')
    expect(await store.getState().end('p')).toBe(false)
    expect(store.getState().problem?.what).toBe('end')
    await store.getState().end('p')
    const [first, second] = sent('share.end')
    expect(second).toEqual(first)
  })
})

describe('while the cloud is away', () => {
  beforeEach(() => jest.useFakeTimers())
  afterEach(() => jest.useRealTimers())

  it('waits in sight and sends the same again; leaving the page stops it', async () => {
    const store = await loaded()
    replies['share.end'] = failure('unavailable')
    const ending = store.getState().end('p')
    await jest.advanceTimersByTimeAsync(0)
    expect(store.getState().doing).toEqual({ what: 'end', away: true })
    await jest.advanceTimersByTimeAsync(1000)
    expect(new Set(sent('share.end').map((input) => JSON.stringify(input))).size).toBe(1)
    store.getState().leave()
    expect(await ending).toBe(false)
  })
})
