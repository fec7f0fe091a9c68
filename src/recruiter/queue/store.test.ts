import type { ProgressItem } from '@/contract/calls/progress'
import { call } from '@/services/cloud/call'
import { useQueue } from './store'

jest.mock('@/services/cloud/call')

const calls = jest.mocked(call)
const counts = { all: 90, waiting: 0, active: 60, late: 0, ended: 30 }
const calendar = { fromHour: 9, toHour: 18, off: [], on: [] }
const away = { ok: false as const, code: 'unavailable' as const, message: '' }

const day = (n: number) => new Date(Date.UTC(2026, 10, n)).toISOString()
/** Due on a day of November; by default in its turn. */
const item = (id: string, due = Number(id.replace(/\D/g, '')) + 1) =>
  ({ id, dueAt: day(due), changedAt: day(1) }) as ProgressItem
const many = (letter: string, count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => item(`${letter}${from + index}`))

type Asked = { filter: string; after?: string }
type Lists = Partial<Record<string, ProgressItem[]>>

/** A cloud that pages each filter's list by 20. */
function has(lists: Lists): void {
  calls.mockImplementation((_name, input) => {
    const { filter, after = '0' } = input as Asked
    const list = lists[filter] ?? []
    const from = Number(after)
    const next = from + 20 < list.length ? String(from + 20) : null
    const late = lists.late?.length ?? 0
    const items = list.slice(from, from + 20)
    const data = { items, next, counts: { ...counts, late }, calendar, invitations: [] }
    return Promise.resolve({ ok: true, data }) as ReturnType<typeof call>
  })
}

const queue = () => useQueue.getState()
const pages = () => {
  const { phase } = queue()
  return phase.name === 'ready' ? phase.pages.map((page) => page.map(({ id }) => id)) : []
}
const shown = () => (queue().phase.name === 'ready' ? pages().flat() : queue().phase.name)
const ids = (letter: string, count: number, from = 0) => many(letter, count, from).map(({ id }) => id)

/** How many rows lie in the pages that each step changed: what WeChat is handed at once. */
function watchRows(): number[] {
  const handed: number[] = []
  useQueue.subscribe(({ phase }, before) => {
    if (phase.name !== 'ready') return
    const old = before.phase.name === 'ready' ? before.phase.pages : []
    const changed = phase.pages.filter((page, at) => page !== old[at])
    if (changed.length > 0) handed.push(changed.flat().length)
  })
  return handed
}

beforeEach(() => {
  calls.mockReset()
  useQueue.setState(useQueue.getInitialState(), true)
})

describe('the queue', () => {
  it('shows what the cloud put on top on top', async () => {
    has({ active: [item('nudged', 24), item('late', 16), item('soon', 20)] })
    await queue().load()
    expect(shown()).toEqual(['nudged', 'late', 'soon'])
    expect(calls).toHaveBeenCalledTimes(1)
  })

  it('adds a page and leaves those above it as they are', async () => {
    has({ active: many('x', 50) })
    await queue().load()
    const { phase } = queue()
    const handed = watchRows()
    await queue().more()
    await queue().more()
    expect(shown()).toEqual(ids('x', 50))
    expect(handed).toEqual([20, 10])
    const now = queue().phase
    if (phase.name !== 'ready' || now.name !== 'ready') throw new Error('not ready')
    expect(now.pages[0]).toBe(phase.pages[0])
  })

  it('is handed on page by page also when every row has moved', async () => {
    has({ active: many('x', 50) })
    await queue().load()
    await queue().more()
    await queue().more()
    const handed = watchRows()
    has({ active: [item('new', 0), ...many('x', 50)] })
    await queue().load()
    expect(shown()).toEqual(['new', ...ids('x', 50)].slice(0, 60))
    expect(Math.max(...handed)).toBeLessThanOrEqual(20)
  })

  it('shows no row twice that has moved to a later page meanwhile', async () => {
    has({ ended: [...many('x', 20), item('x3'), ...many('y', 5)] })
    queue().choose('ended')
    await queue().load()
    await queue().more()
    expect(shown()).toEqual([...ids('x', 20), ...ids('y', 5)])
  })

  it('goes past a page that brings nothing new', async () => {
    has({ all: [...many('x', 20), ...many('x', 20), ...many('y', 5)] })
    queue().choose('all')
    await queue().load()
    await queue().more()
    expect(shown()).toEqual([...ids('x', 20), ...ids('y', 5)])
  })

  it('loads as many rows again as are on screen', async () => {
    has({ all: many('x', 50) })
    queue().choose('all')
    await queue().load()
    await queue().more()
    has({ all: many('x', 49, 1) })
    await queue().load()
    expect(shown()).toEqual(ids('x', 40, 1))
  })

  it('does not show the rows of a filter that was left meanwhile', async () => {
    has({ active: [item('x1')], late: [item('l1')] })
    const first = queue().load()
    queue().choose('late')
    await first
    await new Promise(process.nextTick)
    await new Promise(process.nextTick)
    expect(queue().filter).toBe('late')
    expect(shown()).toEqual(['l1'])
  })

  it('keeps the rows while the cloud is away', async () => {
    has({ active: [item('x1')] })
    await queue().load()
    calls.mockResolvedValue(away)
    await queue().load()
    expect(shown()).toEqual(['x1'])
  })

  it('says why nothing could be loaded', async () => {
    calls.mockResolvedValue(away)
    await queue().load()
    expect(queue().phase).toEqual({ name: 'failed', failure: away })
  })
})
