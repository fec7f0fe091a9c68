import { create } from 'zustand'
import { wordsFor } from '@/contract/words'
import { fetchMore, fetchQueue, type Queue, type QueueFilter } from './fetch-queue'

export type Phase =
  | { name: 'loading' }
  | { name: 'ready'; queue: Queue; loadingMore: boolean }
  | { name: 'failed'; words: string }

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

export const useQueue = create<QueueState>()((set, get) => {
  async function settle(mine: number, asking: ReturnType<typeof fetchQueue>): Promise<void> {
    const reply = await asking
    if (mine !== question) return
    const { phase } = get()
    if (reply.ok) {
      const ready = { name: 'ready', queue: reply.data, loadingMore: false } as const
      set({ phase: ready, counts: reply.data.counts })
    }
    // What is on screen stays; the page says since when it is old.
    else if (phase.name === 'ready') set({ phase: { ...phase, loadingMore: false } })
    else set({ phase: { name: 'failed', words: wordsFor(reply.code, reply) } })
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
      const rows = phase.name === 'ready' ? phase.queue.items.length : 1
      await settle(++question, fetchQueue(filter, rows))
    },
    more: async () => {
      const { filter, phase } = get()
      if (phase.name !== 'ready' || phase.loadingMore || phase.queue.next === null) return
      set({ phase: { ...phase, loadingMore: true } })
      await settle(++question, fetchMore(filter, phase.queue))
    },
  }
})
