import { createStore } from 'zustand'
import type { Message } from '@/contract/calls/inbox'
import { call, callAgain, newRequestId, type Failure, type Output } from '@/services/cloud'
import { noteUnread, useUnread } from '@/services/inbox'
import { inPages, pageByPage, type Pages } from '@/services/page-by-page'

type Page = Output<'inbox.list'>

export type InboxPhase =
  | { name: 'loading' }
  | { name: 'failed'; failure: Failure }
  /** `stale`: the cloud is away, this is what was loaded then. */
  | {
      name: 'shown'
      pages: Pages<Message>
      next: string | null
      loadedAt: Date
      stale: boolean
      loadingMore: boolean
    }

export type InboxStore = {
  phase: InboxPhase
  /** Loads what is shown afresh, as far as it was paged. */
  load: () => Promise<void>
  more: () => Promise<void>
  /** Loads again when there is more unread than came with what is shown. */
  grew: (unread: number) => Promise<void>
  read: (id: string) => void
  /** Everything up to the newest one on screen: what came since stays unread. */
  readAll: () => void
}

/** More pages than this are not loaded again after a change; the rest comes by paging on. */
const PAGES_KEPT = 4
/** The lines of a digest are drawn inside its row, each about a quarter of a row to WeChat. */
const weightOf = ({ lines }: Message) => 1 + lines.length / 4
/** The cloud counts no further. */
const COUNTED = 100

export const makeInbox = () =>
  createStore<InboxStore>()((set, get) => {
    /** The newest question; answers to older ones are left unread. */
    let question = 0
    /** Between two pages the list is neither the old nor the new one: nothing is added to it. */
    let turning = false
    /** What was unread by the answer that is shown. */
    let counted = 0
    /** What was read on this page is not shown as unread again by an answer that is older. */
    const readHere = new Set<string>()
    let readUpTo = ''
    let telling = 0

    function count(unread: number): void {
      counted = unread
      noteUnread(unread)
    }

    const asRead = (message: Message): Message =>
      message.read || !(readHere.has(message.id) || message.at <= readUpTo)
        ? message
        : { ...message, read: true }

    /** A page on which nothing was read stays the same one. */
    const readIn = (pages: Pages<Message>): Pages<Message> =>
      pages.map((page) => {
        const read = page.map(asRead)
        return read.some((message, at) => message !== page[at]) ? read : page
      })

    async function fetchUpTo(rows: number): Promise<{ page: Page; items: Message[] } | Failure> {
      const first = await call('inbox.list', {})
      if (!first.ok) return first
      const items = [...first.data.items]
      let page = first.data
      for (let pages = 1; pages < PAGES_KEPT && items.length < rows && page.next !== null; pages++) {
        const more = await call('inbox.list', { after: page.next })
        if (!more.ok) return more
        page = more.data
        items.push(...page.items)
      }
      return { page, items }
    }

    /** A page at a time: WeChat would not take all rows at once. */
    async function show({ next, unread }: Page, rows: readonly Message[], mine: number): Promise<void> {
      const isCurrent = () => mine === question
      const shown = { name: 'shown' as const, next, loadedAt: new Date(), stale: false, loadingMore: false }
      // Something may be read while the pages turn.
      const become = (pages: Pages<Message>) => set({ phase: { ...shown, pages: readIn(pages) } })
      const before = shownPages(get().phase)
      const after = inPages(rows.map(asRead), weightOf)
      if (telling === 0) count(unread)
      if (before.length > 0 || after.length === 0) become(before)
      turning = true
      await pageByPage(before, after, become, isCurrent)
      if (isCurrent()) turning = false
    }

    function showRead(): void {
      const { phase } = get()
      if (phase.name === 'shown') set({ phase: { ...phase, pages: readIn(phase.pages) } })
    }

    async function tell(ids: string[], upTo: string | null): Promise<void> {
      telling++
      const reply = await callAgain('inbox.read', { requestId: newRequestId(), ids, upTo }).reply
      telling--
      if (!reply.ok) {
        ids.forEach((id) => readHere.delete(id))
        if (upTo) readUpTo = ''
        return get().load()
      }
      if (telling === 0) count(reply.data.unread)
    }

    return {
      phase: { name: 'loading' },
      load: async () => {
        const { phase } = get()
        if (phase.name === 'failed') set({ phase: { name: 'loading' } })
        const mine = ++question
        const found = await fetchUpTo(shownPages(phase).flat().length)
        if (mine !== question) return
        if ('page' in found) return show(found.page, found.items, mine)
        turning = false
        const now = get().phase
        if (now.name === 'shown' && found.code === 'unavailable')
          set({ phase: { ...now, stale: true, loadingMore: false } })
        else set({ phase: { name: 'failed', failure: found } })
      },
      more: async () => {
        const { phase } = get()
        if (turning || phase.name !== 'shown' || phase.next === null || phase.loadingMore) return
        const mine = ++question
        set({ phase: { ...phase, loadingMore: true } })
        const reply = await call('inbox.list', { after: phase.next })
        if (mine !== question) return
        if (!reply.ok) return set({ phase: { ...phase, loadingMore: false, stale: true } })
        await show(reply.data, [...shownPages(get().phase).flat(), ...reply.data.items], mine)
      },
      grew: async (unread) => {
        if (unread > counted && get().phase.name === 'shown') await get().load()
      },
      read: (id) => {
        const message = shownPages(get().phase)
          .flat()
          .find((one) => one.id === id)
        if (!message || message.read) return
        readHere.add(id)
        showRead()
        const { unread } = useUnread.getState()
        if (unread < COUNTED) count(Math.max(0, unread - 1))
        void tell([id], null)
      },
      readAll: () => {
        const newest = shownPages(get().phase).flat()[0]
        if (!newest) return
        readUpTo = newest.at
        showRead()
        count(0)
        void tell([], newest.at)
      },
    }
  })

function shownPages(phase: InboxPhase): Pages<Message> {
  return phase.name === 'shown' ? phase.pages : []
}
