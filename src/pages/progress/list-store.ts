import { createStore } from 'zustand'
import type { ProgressFilter, ProgressItem } from '@/contract/calls/progress'
import { call, type Failure, type Output } from '@/services/cloud'
import { inPages, pageByPage, type Pages } from '@/services/page-by-page'

export type Page = Output<'progress.list'>

export type ListPhase =
  | { name: 'loading' }
  | { name: 'failed'; failure: Failure }
  /** `items` is null while another filter's items are on their way; the counts are known already. */
  | { name: 'shown'; page: Omit<Page, 'items'>; items: Pages<ProgressItem> | null; loadingMore: boolean }

export type ListStore = {
  phase: ListPhase
  filter: ProgressFilter
  /** Loads what is shown afresh, as far as it was paged. */
  load: () => Promise<void>
  loadMore: () => Promise<void>
  choose: (filter: ProgressFilter) => Promise<void>
}

/** More pages than this are not loaded again after a change; the rest comes by paging on. */
const PAGES_KEPT = 4

export const makeList = (as: 'candidate' | 'referrer') =>
  createStore<ListStore>()((set, get) => {
    /** The newest question; answers to older ones are left unread. */
    let question = 0
    /** Between two pages the list is neither the old nor the new one: nothing is added to it. */
    let turning = false

    async function fetchUpTo(count: number): Promise<{ page: Page; items: ProgressItem[] } | Failure> {
      const { filter } = get()
      const first = await call('progress.list', { as, filter })
      if (!first.ok) return first
      const items = [...first.data.items]
      let page = first.data
      for (let pages = 1; pages < PAGES_KEPT && items.length < count && page.next !== null; pages++) {
        const more = await call('progress.list', { as, filter, after: page.next })
        if (!more.ok) return more
        page = more.data
        items.push(...page.items)
      }
      return { page, items }
    }

    /** A page at a time: WeChat would not take all rows at once. */
    async function show(page: Page, after: Pages<ProgressItem>, isCurrent: () => boolean): Promise<void> {
      const become = (items: Pages<ProgressItem>) =>
        set({ phase: { name: 'shown', page, items, loadingMore: false } })
      const before = shownPages(get().phase)
      if (before.length > 0 || after.length === 0) become(before)
      turning = true
      await pageByPage(before, after, become, isCurrent)
      if (isCurrent()) turning = false
    }

    return {
      phase: { name: 'loading' },
      filter: 'all',
      load: async () => {
        const { phase } = get()
        if (phase.name === 'failed') set({ phase: { name: 'loading' } })
        const mine = ++question
        const found = await fetchUpTo(shownPages(phase).flat().length)
        if (mine !== question) return
        if ('page' in found) return show(found.page, inPages(found.items), () => mine === question)
        turning = false
        // What is shown stays while the cloud is away; the bar above says how old it is.
        if (get().phase.name !== 'shown' || found.code !== 'unavailable') {
          set({ phase: { name: 'failed', failure: found } })
        }
      },
      loadMore: async () => {
        const { phase, filter } = get()
        if (turning || phase.name !== 'shown' || phase.page.next === null || phase.loadingMore) return
        const mine = ++question
        set({ phase: { ...phase, loadingMore: true } })
        const reply = await call('progress.list', { as, filter, after: phase.page.next })
        if (mine !== question) return
        if (!reply.ok) return set({ phase: { ...phase, loadingMore: false } })
        const items = inPages([...shownPages(phase).flat(), ...reply.data.items])
        await show(reply.data, items, () => mine === question)
      },
      choose: async (filter) => {
        const { phase } = get()
        if (filter === get().filter) return
        set({ filter, phase: phase.name === 'shown' ? { ...phase, items: null } : phase })
        await get().load()
      },
    }
  })

function shownPages(phase: ListPhase): Pages<ProgressItem> {
  return phase.name === 'shown' ? (phase.items ?? []) : []
}
