import { create } from 'zustand'
import type { ProgressItem } from '@/contract/calls/progress'
import { pagedList, type PagedList, type PagedPhase } from '../paged-list'
import { fetchQueue, type QueueFilter, type QueueHead } from './fetch-queue'

export type QueueState = PagedList & {
  filter: QueueFilter
  /** Of every filter; they stay while another filter's rows are loading. */
  counts: QueueHead['counts'] | null
  phase: PagedPhase<ProgressItem, QueueHead>
  choose: (filter: QueueFilter) => void
}

export const useQueue = create<QueueState>()((set, get) => ({
  filter: 'active',
  counts: null,
  phase: { name: 'loading' },
  choose: (filter) => {
    if (filter === get().filter) return
    set({ filter, phase: { name: 'loading' } })
    void get().load()
  },
  ...pagedList<ProgressItem, QueueHead>({
    ask: (after) => fetchQueue(get().filter, after),
    now: () => get().phase,
    become: (phase) => set(phase.name === 'ready' ? { phase, counts: phase.head.counts } : { phase }),
  }),
}))
