import { createStore } from 'zustand'
import type { ProgressFilter, ProgressItem } from '@/contract/calls/progress'
import { call, type Failure, type Output } from '@/services/cloud'

export type Page = Output<'progress.list'>

export type ListPhase =
  | { name: 'loading' }
  | { name: 'failed'; failure: Failure }
  /** `items` is null while another filter's items are on their way; the counts are known already. */
  | { name: 'shown'; page: Omit<Page, 'items'>; items: readonly ProgressItem[] | null; loadingMore: boolean }

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

    return {
      phase: { name: 'loading' },
      filter: 'all',
      load: async () => {
        const { phase } = get()
        if (phase.name === 'failed') set({ phase: { name: 'loading' } })
        const mine = ++question
        const found = await fetchUpTo(phase.name === 'shown' ? (phase.items?.length ?? 0) : 0)
        if (mine !== question) return
        if ('page' in found) set({ phase: { name: 'shown', ...found, loadingMore: false } })
        // What is shown stays while the cloud is away; the bar above says how old it is.
        else if (get().phase.name !== 'shown' || found.code !== 'unavailable') {
          set({ phase: { name: 'failed', failure: found } })
        }
      },
      loadMore: async () => {
        const { phase, filter } = get()
        if (phase.name !== 'shown' || phase.page.next === null || phase.loadingMore) return
        const mine = ++question
        set({ phase: { ...phase, loadingMore: true } })
        const reply = await call('progress.list', { as, filter, after: phase.page.next })
        if (mine !== question) return
        if (!reply.ok) return set({ phase: { ...phase, loadingMore: false } })
        const items = [...(phase.items ?? []), ...reply.data.items]
        set({ phase: { name: 'shown', page: reply.data, items, loadingMore: false } })
      },
      choose: async (filter) => {
        const { phase } = get()
        if (filter === get().filter) return
        set({ filter, phase: phase.name === 'shown' ? { ...phase, items: null } : phase })
        await get().load()
      },
    }
  })
