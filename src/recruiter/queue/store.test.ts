import type { ProgressItem } from '@/contract/calls/progress'
import { call } from '@/services/cloud/call'
import { useQueue } from './store'

jest.mock('@/services/cloud/call')

const calls = jest.mocked(call)
const item = (id: string, dueAt: string) =>
  ({ id, dueAt, changedAt: '2026-11-01T00:00:00.000Z' }) as ProgressItem
const soon = item('soon', '2026-11-24T02:00:00.000Z')
const late = item('late', '2026-11-16T02:00:00.000Z')
const counts = { all: 3, waiting: 0, active: 2, late: 1, ended: 1 }
const away = { ok: false as const, code: 'unavailable' as const, message: '' }

type Asked = { filter: string; after?: string }

function answer(pages: Record<string, { items: ProgressItem[]; next: string | null }>): void {
  calls.mockImplementation((_name, input) => {
    const { filter, after = '' } = input as Asked
    const { items, next } = pages[filter + after] ?? { items: [], next: null }
    const data = {
      items,
      next,
      counts,
      calendar: { fromHour: 9, toHour: 18, off: [], on: [] },
      invitations: [],
    }
    return Promise.resolve({ ok: true, data }) as ReturnType<typeof call>
  })
}

const queue = () => useQueue.getState()
const shown = () => {
  const { phase } = queue()
  return phase.name === 'ready' ? phase.queue.items.map(({ id }) => id) : phase.name
}

beforeEach(() => {
  calls.mockReset()
  useQueue.setState(useQueue.getInitialState(), true)
})

describe('the queue', () => {
  it('puts late ones first', async () => {
    answer({ active: { items: [soon, late], next: null } })
    await queue().load()
    expect(shown()).toEqual(['late', 'soon'])
  })

  it('brings late ones to the top that lie on a later page', async () => {
    answer({ active: { items: [soon], next: '#2' }, late: { items: [late], next: null } })
    await queue().load()
    expect(shown()).toEqual(['late', 'soon'])
  })

  it('adds the next page without showing a row twice, and loads all of it again on a change', async () => {
    answer({ all: { items: [soon], next: '#2' }, 'all#2': { items: [soon, late], next: null } })
    queue().choose('all')
    await queue().load()
    await queue().more()
    expect(shown()).toEqual(['soon', 'late'])
    await queue().load()
    expect(shown()).toEqual(['soon', 'late'])
  })

  it('does not show the rows of a filter that was left meanwhile', async () => {
    answer({ active: { items: [soon], next: null }, late: { items: [late], next: null } })
    const first = queue().load()
    queue().choose('late')
    await first
    await new Promise(process.nextTick)
    expect(queue().filter).toBe('late')
    expect(shown()).toEqual(['late'])
  })

  it('keeps the rows while the cloud is away', async () => {
    answer({ active: { items: [soon], next: null } })
    await queue().load()
    calls.mockResolvedValue(away)
    await queue().load()
    expect(shown()).toEqual(['soon'])
  })

  it('says what happened when nothing could be loaded', async () => {
    calls.mockResolvedValue(away)
    await queue().load()
    expect(queue().phase).toEqual({ name: 'failed', words: '暂时连不上，内容已保留，稍后会自动重试' })
  })
})
