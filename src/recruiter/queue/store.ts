import { create } from 'zustand'
import type { ProgressItem } from '@/contract/calls/progress'
import type { Failure } from '@/services/cloud'
import { pageByPage, type Pages } from '@/services/page-by-page'
import { isMore, openQueue, takePage, type Opened, type QueueFilter, type Rest } from './fetch-queue'

export type Queue = Omit<Opened, 'rest'> & { pages: Pages<ProgressItem>; rest: Rest }

export type Phase =
  | { name: 'loading' }
  | { name: 'ready'; queue: Queue; loadingMore: boolean }
  | { name: 'failed'; failure: Failure }

export type QueueState = {
  filter: QueueFilter
  /** Of every filter; they stay while another filter's rows are loading. */
  counts: Queue['counts'] | null
  phase: Phase
  choose: (filter: QueueFilter) => void
  /** As many rows as are on screen, afresh. */
  load: () => Promise<void>
  more: () => Promise<void>
}

/** Only the newest question's answer is read: an older one is about another filter or another moment. */
let question = 0
/** Between two pages the list is neither the old nor the new one: nothing is added to it. */
let turning = false

export const useQueue = create<QueueState>()((set, get) => {
  const onScreen = (): Pages<ProgressItem> => {
    const { phase } = get()
    return phase.name === 'ready' ? phase.queue.pages : []
  }

  async function show(queue: Queue, isCurrent: () => boolean): Promise<void> {
    const { counts } = queue
    const become = (pages: Queue['pages'], loadingMore: boolean) =>
      set({ counts, phase: { name: 'ready', queue: { ...queue, pages }, loadingMore } })
    const before = onScreen()
    // Counts and the way on may have changed where no row has. The button waits with the list.
    if (before.length > 0 || queue.pages.length === 0) become(before, queue.pages.length > 0)
    turning = true
    await pageByPage(before, queue.pages, (pages) => become(pages, true), isCurrent)
    if (!isCurrent()) return
    turning = false
    become(onScreen(), false)
  }

  function fail(failure: Failure): void {
    turning = false
    const { phase } = get()
    // What is on screen stays; the page says since when it is old.
    if (phase.name === 'ready') set({ phase: { ...phase, loadingMore: false } })
    else set({ phase: { name: 'failed', failure } })
  }

  return {
    filter: 'active',
    counts: null,
    phase: { name: 'loading' },
    choose: (filter) => {
      if (filter === get().filter) return
      set({ filter, phase: { name: 'loading' } })
      void get().load()
    },
    load: async () => {
      const { filter, phase } = get()
      if (phase.name === 'failed') set({ phase: { name: 'loading' } })
      const mine = ++question
      const found = await fetchRows(filter, onScreen().flat().length)
      if (mine !== question) return
      if (found.ok) await show(found.queue, () => mine === question)
      else fail(found)
    },
    more: async () => {
      const { filter, phase } = get()
      if (turning || phase.name !== 'ready' || phase.loadingMore || !isMore(phase.queue.rest)) return
      const mine = ++question
      set({ phase: { ...phase, loadingMore: true } })
      const { queue } = phase
      const taken = await takePage(filter, queue.rest, idsIn(queue.pages))
      if (mine !== question) return
      if (!taken.ok) return fail(taken)
      const pages = taken.rows.length > 0 ? [...filled(queue.pages), taken.rows] : queue.pages
      await show({ ...queue, pages, rest: taken.rest }, () => mine === question)
    },
  }
})

/** From the beginning, at least so many rows as far as there are so many, and a page at the least. */
async function fetchRows(filter: QueueFilter, count: number): Promise<{ ok: true; queue: Queue } | Failure> {
  const opened = await openQueue(filter)
  if (!opened.ok) return opened
  const { counts, calendar } = opened
  const pages: (readonly ProgressItem[])[] = []
  let rest = opened.rest
  do {
    const taken = await takePage(filter, rest, idsIn(pages))
    if (!taken.ok) return taken
    if (taken.rows.length > 0) pages.push(taken.rows)
    rest = taken.rest
  } while (isMore(rest) && pages.flat().length < count)
  return { ok: true, queue: { counts, calendar, pages, rest } }
}

const idsIn = (pages: Pages<ProgressItem>) => new Set(pages.flat().map(({ id }) => id))

/** Without the pages that were emptied at the end. */
const filled = (pages: Pages<ProgressItem>) => pages.filter((page) => page.length > 0)
