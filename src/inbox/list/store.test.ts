import type { Message } from '@/contract/calls/inbox'
import { call } from '@/services/cloud/call'
import { useUnread } from '@/services/inbox'
import { makeInbox } from './store'

jest.mock('@/services/cloud/call')

const calls = jest.mocked(call)
const failure = (code: string) => ({ ok: false, code, message: '' })

/** The newest first: message `n` was told in minute `n`. */
const told = (n: number, read = false): Message => ({
  ...{ id: `m${n}`, event: 'stage-moved', seat: 'referrer', title: `第 ${n} 条`, body: '', read },
  ...{ at: new Date(Date.UTC(2026, 10, 24, 0, n)).toISOString(), link: null, lines: [] },
})

let inbox: Message[]
let replies: Record<string, unknown>
const sent = (name: string) => calls.mock.calls.filter(([one]) => one === name).map(([, input]) => input)

/** The cloud: 30 a page, and it remembers what was read. */
function answer(name: string, input: { after?: string; ids?: string[]; upTo?: string | null }): unknown {
  if (replies[name]) return replies[name]
  if (name === 'inbox.read') {
    inbox = inbox.map((one) =>
      input.ids?.includes(one.id) || one.at <= (input.upTo ?? '') ? { ...one, read: true } : one,
    )
  }
  const unread = inbox.filter(({ read }) => !read).length
  const from = Number(input.after ?? 0)
  const next = from + 30 < inbox.length ? String(from + 30) : null
  return { ok: true, data: { items: inbox.slice(from, from + 30), unread, next } }
}

beforeEach(() => {
  inbox = [told(3), told(2), told(1, true)]
  replies = {}
  useUnread.setState({ unread: 0 })
  calls
    .mockReset()
    .mockImplementation(((name: string, input: object) =>
      Promise.resolve(answer(name, input))) as typeof call)
})

const settle = () => new Promise((resolve) => setTimeout(resolve, 60))

async function loaded() {
  const store = makeInbox()
  await store.getState().load()
  return store
}

function shown(store: ReturnType<typeof makeInbox>) {
  const { phase } = store.getState()
  return phase.name === 'shown' ? phase.pages.flat() : []
}
const unreadIds = (store: ReturnType<typeof makeInbox>) =>
  shown(store).flatMap(({ id, read }) => (read ? [] : [id]))

describe('what I have been told', () => {
  it('is asked for once, and tells how much of it is unread', async () => {
    const store = await loaded()
    expect(sent('inbox.list')).toEqual([{}])
    expect(shown(store).map(({ id }) => id)).toEqual(['m3', 'm2', 'm1'])
    expect(useUnread.getState().unread).toBe(2)
  })

  it('comes 30 a page, and goes on until there is no more', async () => {
    inbox = Array.from({ length: 65 }, (_, at) => told(65 - at, true))
    const store = await loaded()
    expect(shown(store)).toHaveLength(30)
    await store.getState().more()
    await store.getState().more()
    await store.getState().more()
    expect(sent('inbox.list')).toEqual([{}, { after: '30' }, { after: '60' }])
    expect(shown(store).map(({ id }) => id)).toEqual(inbox.map(({ id }) => id))
  })

  it('stays on screen while the cloud is away, and says so', async () => {
    const store = await loaded()
    replies['inbox.list'] = failure('unavailable')
    await store.getState().load()
    expect(store.getState().phase).toMatchObject({ name: 'shown', stale: true })
    expect(shown(store)).toHaveLength(3)
  })

  it('that does not load says why, and comes with the next try', async () => {
    replies['inbox.list'] = failure('internal')
    const store = await loaded()
    expect(store.getState().phase).toMatchObject({ name: 'failed', failure: { code: 'internal' } })
    replies = {}
    await store.getState().load()
    expect(shown(store)).toHaveLength(3)
  })

  it('is loaded again when more is unread than came with it, and only then', async () => {
    const store = await loaded()
    await store.getState().grew(2)
    expect(sent('inbox.list')).toHaveLength(1)
    inbox = [told(4), ...inbox]
    await store.getState().grew(3)
    expect(shown(store).map(({ id }) => id)).toEqual(['m4', 'm3', 'm2', 'm1'])
    await store.getState().grew(3)
    expect(sent('inbox.list')).toHaveLength(2)
  })
})

describe('reading', () => {
  it('one message shows at once, and is told to the cloud once', async () => {
    const store = await loaded()
    store.getState().read('m2')
    expect(unreadIds(store)).toEqual(['m3'])
    expect(useUnread.getState().unread).toBe(1)
    store.getState().read('m2')
    store.getState().read('m1')
    await settle()
    expect(sent('inbox.read')).toEqual([{ requestId: expect.any(String) as string, ids: ['m2'], upTo: null }])
  })

  it('all of them goes up to the newest one that was on screen', async () => {
    const store = await loaded()
    inbox = [told(4), ...inbox]
    store.getState().readAll()
    expect(unreadIds(store)).toEqual([])
    expect(useUnread.getState().unread).toBe(0)
    await settle()
    expect(sent('inbox.read')).toEqual([
      { requestId: expect.any(String) as string, ids: [], upTo: told(3).at },
    ])
    // One came meanwhile.
    expect(useUnread.getState().unread).toBe(1)
  })

  it('is not undone by an answer that was on its way', async () => {
    const store = await loaded()
    let arrive: (reply: unknown) => void = () => undefined
    const old = answer('inbox.list', {})
    calls.mockReturnValueOnce(new Promise((resolve) => (arrive = resolve as typeof arrive)))
    const loading = store.getState().load()
    store.getState().read('m3')
    await settle()
    arrive(old)
    await loading
    expect(unreadIds(store)).toEqual(['m2'])
  })

  it('that the cloud refuses is shown as it is', async () => {
    const store = await loaded()
    replies['inbox.read'] = failure('internal')
    store.getState().read('m3')
    await settle()
    expect(unreadIds(store)).toEqual(['m3', 'm2'])
    expect(useUnread.getState().unread).toBe(2)
  })

  it('leaves a number alone that the cloud counts no further', async () => {
    inbox = Array.from({ length: 120 }, (_, at) => told(120 - at))
    const store = await loaded()
    useUnread.setState({ unread: 100 })
    store.getState().read('m120')
    expect(useUnread.getState().unread).toBe(100)
  })
})

describe('while the cloud is away', () => {
  beforeEach(() => jest.useFakeTimers())
  afterEach(() => jest.useRealTimers())

  it('what was read is told again, as the same request, until it arrives', async () => {
    const loading = makeInbox()
    void loading.getState().load()
    await jest.advanceTimersByTimeAsync(200)
    replies['inbox.read'] = failure('unavailable')
    loading.getState().read('m3')
    await jest.advanceTimersByTimeAsync(1500)
    expect(unreadIds(loading)).toEqual(['m2'])
    replies = {}
    await jest.advanceTimersByTimeAsync(5000)
    const requests = sent('inbox.read')
    expect(requests.length).toBeGreaterThan(1)
    expect(new Set(requests.map((input) => JSON.stringify(input))).size).toBe(1)
    expect(inbox[0]?.read).toBe(true)
  })
})
