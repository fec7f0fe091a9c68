import { call } from '@/services/cloud'
import { makeList } from './list-store'

jest.mock('@/services/cloud', () => ({ ...jest.requireActual<object>('@/services/cloud'), call: jest.fn() }))

const calls = jest.mocked(call)
const page = (ids: string, next: string | null = null) => ({
  ok: true,
  data: { items: [...ids].map((id) => ({ id })), counts: { all: 9 }, invitations: [], next, calendar: {} },
})
const answers = (...replies: unknown[]) =>
  replies.forEach((reply) => calls.mockResolvedValueOnce(reply as never))
const inputs = () => calls.mock.calls.map(([, input]) => input)

function shown(store: ReturnType<typeof makeList>): string {
  const { phase } = store.getState()
  return phase.name === 'shown'
    ? (phase.items ?? [])
        .flat()
        .map(({ id }) => id)
        .join('')
    : phase.name
}

beforeEach(() => calls.mockReset())

describe('the list', () => {
  it('shows a page and then the next one', async () => {
    const store = makeList('referrer')
    answers(page('ab', 'after-b'), page('cd'))
    await store.getState().load()
    await store.getState().loadMore()
    expect(shown(store)).toBe('abcd')
    expect(inputs()[1]).toEqual({ as: 'referrer', filter: 'all', after: 'after-b' })
    await store.getState().loadMore()
    expect(calls).toHaveBeenCalledTimes(2)
  })

  it('loads after a change as far as it was paged', async () => {
    const store = makeList('referrer')
    answers(page('ab', 'after-b'), page('cd'), page('xa', 'after-a'), page('bc', 'after-c'))
    await store.getState().load()
    await store.getState().loadMore()
    await store.getState().load()
    expect(shown(store)).toBe('xabc')
  })

  it('is handed on a page at a time, also when every line has moved', async () => {
    const store = makeList('referrer')
    const [first, second] = ['abcdefghijklmnopqrst', 'uvwxyzABCDEFGHIJKLMN']
    answers(page(first, '1'), page(second))
    await store.getState().load()
    await store.getState().loadMore()
    const handed: number[] = []
    store.subscribe(({ phase }, { phase: before }) => {
      if (phase.name !== 'shown' || before.name !== 'shown') return
      const changed = phase.items?.filter((lines, at) => lines !== before.items?.[at]) ?? []
      if (changed.length > 0) handed.push(changed.flat().length)
    })
    answers(page(`Z${first.slice(0, -1)}`, '1'), page(`t${second.slice(0, -1)}`))
    await store.getState().load()
    expect(shown(store)).toBe(`Z${first}${second.slice(0, -1)}`)
    expect(handed).toEqual([20, 20])
  })

  it('shows the chosen filter, whichever answer comes first', async () => {
    const store = makeList('referrer')
    answers(page('abc'))
    await store.getState().load()
    let slow: (reply: unknown) => void = () => undefined
    calls.mockReturnValueOnce(new Promise((resolve) => (slow = resolve)) as never)
    answers(page('e'))
    const first = store.getState().choose('late')
    await store.getState().choose('ended')
    slow(page('l'))
    await first
    expect(shown(store)).toBe('e')
  })

  it('keeps what is shown while the cloud is away, and says so when there is nothing to keep', async () => {
    const away = { ok: false, code: 'unavailable', message: '' }
    const store = makeList('candidate')
    answers(away, page('a'), away)
    await store.getState().load()
    expect(shown(store)).toBe('failed')
    await store.getState().load()
    await store.getState().load()
    expect(shown(store)).toBe('a')
  })
})
