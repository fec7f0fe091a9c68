import type { ProgressItem } from '@/contract/calls/progress'
import { byUrgency } from './order'

const item = (id: string, dueAt: string | null, changedAt = '2026-11-01T00:00:00.000Z') =>
  ({ id, dueAt, changedAt }) as ProgressItem

describe('the order of the queue', () => {
  it('puts the longest overdue first and what has no due time last, newest change first', () => {
    const items = [
      item('no due, older', null, '2026-11-02T00:00:00.000Z'),
      item('due tomorrow', '2026-11-24T02:00:00.000Z'),
      item('no due, newer', null, '2026-11-20T00:00:00.000Z'),
      item('late since Monday', '2026-11-16T02:00:00.000Z'),
      item('late since Friday', '2026-11-20T02:00:00.000Z'),
    ]
    expect(byUrgency(items).map(({ id }) => id)).toEqual([
      'late since Monday',
      'late since Friday',
      'due tomorrow',
      'no due, newer',
      'no due, older',
    ])
  })
})
