import type { StateCreator } from 'zustand'
import type { Failure } from '@/services/cloud'
import { inPages, pageByPage, type Pages } from '@/services/page-by-page'

export type WholeListPhase<T> =
  | { name: 'loading' }
  /** `rows` are all there are; `pages` are those on the screen. */
  | { name: 'ready'; rows: readonly T[]; pages: Pages<T> }
  | { name: 'failed'; failure: Failure }

export type WholeListState<T> = {
  phase: WholeListPhase<T>
  load: () => Promise<void>
  /** Shows another page. */
  more: () => void
}

/** A list that the cloud hands over whole and the screen shows page by page, because WeChat takes 64 KB at once. */
export function wholeList<T>(
  ask: () => Promise<{ ok: true; rows: readonly T[] } | Failure>,
): StateCreator<WholeListState<T>> {
  return (set, get) => {
    /** The newest question; answers to older ones are left unread. */
    let question = 0

    return {
      phase: { name: 'loading' },
      load: async () => {
        if (get().phase.name === 'failed') set({ phase: { name: 'loading' } })
        const mine = ++question
        const reply = await ask()
        if (mine !== question) return
        const { phase } = get()
        if (!reply.ok) {
          // What is on screen stays; the page says since when it is old.
          if (phase.name !== 'ready') set({ phase: { name: 'failed', failure: reply } })
          return
        }
        const { rows } = reply
        const become = (pages: Pages<T>) => set({ phase: { name: 'ready', rows, pages } })
        const before = phase.name === 'ready' ? phase.pages : []
        const after = inPages(rows).slice(0, Math.max(1, before.length))
        if (before.length > 0 || after.length === 0) become(before)
        await pageByPage(before, after, become, () => mine === question)
      },
      more: () => {
        const { phase } = get()
        if (phase.name !== 'ready') return
        const { rows, pages } = phase
        set({ phase: { name: 'ready', rows, pages: inPages(rows).slice(0, pages.length + 1) } })
      },
    }
  }
}

/** Something is left to be shown. */
export function isMore<T>(phase: WholeListPhase<T>): boolean {
  return phase.name === 'ready' && phase.pages.flat().length < phase.rows.length
}
