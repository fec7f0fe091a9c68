import type { ProgressItem } from '@/contract/calls/progress'
import { call, type Failure, type Output } from '@/services/cloud'
import type { PageAnswer } from '../paged-list'

export const QUEUE_FILTERS = ['active', 'late', 'ended', 'all'] as const
export type QueueFilter = (typeof QUEUE_FILTERS)[number]

export type QueueHead = Pick<Output<'progress.list'>, 'counts' | 'calendar'>

/** A page of the queue in the cloud's order: nudged about, late, and then the rest. */
export async function fetchQueue(
  filter: QueueFilter,
  after: string | undefined,
): Promise<PageAnswer<ProgressItem, QueueHead> | Failure> {
  const reply = await call('progress.list', { as: 'recruiter', filter, after })
  if (!reply.ok) return reply
  const { items, next, counts, calendar } = reply.data
  return { ok: true, rows: items, next, head: { counts, calendar } }
}
