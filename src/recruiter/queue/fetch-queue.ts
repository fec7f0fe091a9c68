import type { ProgressItem } from '@/contract/calls/progress'
import { call, type Answer, type Output } from '@/services/cloud'
import { byUrgency } from './order'

export const QUEUE_FILTERS = ['active', 'late', 'ended', 'all'] as const
export type QueueFilter = (typeof QUEUE_FILTERS)[number]

export type Queue = Pick<Output<'progress.list'>, 'items' | 'counts' | 'calendar' | 'next'>

const page = (filter: QueueFilter, after?: string) =>
  call('progress.list', { as: 'recruiter', filter, after })

/**
 * At least so many rows, late ones on top. The cloud pages by the last change, which is oldest for just those that
 * nobody has answered: where there are more pages, the late ones are fetched beside the first.
 */
export async function fetchQueue(filter: QueueFilter, rows: number): Promise<Answer<'progress.list'>> {
  const reply = await fetchRows(filter, rows)
  if (!reply.ok || filter !== 'active' || reply.data.next === null || reply.data.counts.late === 0)
    return reply
  const late = await fetchRows('late', reply.data.counts.late)
  return late.ok ? { ...reply, data: joined(filter, late.data.items, reply.data) } : late
}

/** The rows after those that are there. */
export async function fetchMore(filter: QueueFilter, queue: Queue): Promise<Answer<'progress.list'>> {
  const reply = await page(filter, queue.next ?? undefined)
  return reply.ok ? { ...reply, data: joined(filter, queue.items, reply.data) } : reply
}

async function fetchRows(filter: QueueFilter, rows: number): Promise<Answer<'progress.list'>> {
  const first = await page(filter)
  if (!first.ok) return first
  let data = joined(filter, [], first.data)
  while (data.next !== null && data.items.length < rows) {
    const reply = await page(filter, data.next)
    if (!reply.ok) return reply
    data = joined(filter, data.items, reply.data)
  }
  return { ...first, data }
}

function joined(filter: QueueFilter, before: readonly ProgressItem[], next: Output<'progress.list'>) {
  const known = new Set(before.map(({ id }) => id))
  const items = [...before, ...next.items.filter(({ id }) => !known.has(id))]
  // What has ended is told as it came, newest first.
  const urgent = filter === 'active' || filter === 'late'
  return { ...next, items: urgent ? [...byUrgency(items)] : items }
}
