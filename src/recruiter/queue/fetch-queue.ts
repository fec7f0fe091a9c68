import type { ProgressItem } from '@/contract/calls/progress'
import { call, type Answer, type Failure, type Output } from '@/services/cloud'
import { ROWS_A_PAGE } from '@/services/page-by-page'
import { byUrgency } from './order'

export const QUEUE_FILTERS = ['active', 'late', 'ended', 'all'] as const
export type QueueFilter = (typeof QUEUE_FILTERS)[number]

type Listed = Output<'progress.list'>

/** Where a list goes on. */
export type Rest = {
  /** Fetched and not shown yet, in the order in which they come. */
  ahead: readonly ProgressItem[]
  /** `next` of the page that was fetched last. */
  next: string | null
}

export type Opened = Pick<Listed, 'counts' | 'calendar'> & { rest: Rest }
export type Taken = { ok: true; rows: readonly ProgressItem[]; rest: Rest }

/** Of those that are late so many are put in order; more than this nobody works off from one list. */
const LATE_PAGES = 5

const fetchPage = (filter: QueueFilter, after?: string): Promise<Answer<'progress.list'>> =>
  call('progress.list', { as: 'recruiter', filter, after })

export const isMore = ({ ahead, next }: Rest): boolean => ahead.length > 0 || next !== null

/**
 * A list from its beginning, late ones on top. The cloud pages by the last change, which is oldest for just those that
 * nobody has answered: where there are more pages, the late ones are fetched beside the first.
 */
export async function openQueue(filter: QueueFilter): Promise<({ ok: true } & Opened) | Failure> {
  const first = filter === 'late' ? await fetchLate() : await fetchPage(filter)
  if (!first.ok) return first
  const { items, counts, calendar, next } = first.data
  const hidden = filter === 'active' && next !== null && counts.late > 0
  const late = hidden ? await fetchLate() : null
  if (late && !late.ok) return late
  const ahead = [...(late?.data.items ?? []), ...inOrder(filter, items)]
  return { ok: true, counts, calendar, rest: { ahead: without(new Set(), ahead), next } }
}

/** The next page of rows, without those that are known already. */
export async function takePage(
  filter: QueueFilter,
  { ahead, next }: Rest,
  known: ReadonlySet<string>,
): Promise<Taken | Failure> {
  let rows = without(known, ahead)
  while (rows.length < ROWS_A_PAGE && next !== null) {
    const reply = await fetchPage(filter, next)
    if (!reply.ok) return reply
    next = reply.data.next
    rows = without(known, [...rows, ...inOrder(filter, reply.data.items)])
  }
  return { ok: true, rows: rows.slice(0, ROWS_A_PAGE), rest: { ahead: rows.slice(ROWS_A_PAGE), next } }
}

/** The late ones, the longest overdue first. */
async function fetchLate(): Promise<Answer<'progress.list'>> {
  const first = await fetchPage('late')
  if (!first.ok) return first
  const items = [...first.data.items]
  let { next } = first.data
  for (let pages = 1; pages < LATE_PAGES && next !== null; pages++) {
    const reply = await fetchPage('late', next)
    if (!reply.ok) return reply
    items.push(...reply.data.items)
    next = reply.data.next
  }
  return { ...first, data: { ...first.data, items: [...byUrgency(items)], next } }
}

/** Within a page; what stands above on the screen is not turned over any more. What has ended is told as it came. */
function inOrder(filter: QueueFilter, items: readonly ProgressItem[]): readonly ProgressItem[] {
  return filter === 'active' || filter === 'late' ? byUrgency(items) : items
}

function without(known: ReadonlySet<string>, items: readonly ProgressItem[]): readonly ProgressItem[] {
  const seen = new Set(known)
  return items.filter(({ id }) => !seen.has(id) && seen.add(id))
}
