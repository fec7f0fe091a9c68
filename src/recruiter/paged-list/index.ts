import type { Failure } from '@/services/cloud'
import { inPages, pageByPage, type Pages } from '@/services/page-by-page'

export type PagedPhase<T, Head> =
  | { name: 'loading' }
  /** `head`: what the cloud told beside the rows. `next`: where it goes on, null at the end. */
  | { name: 'ready'; head: Head; pages: Pages<T>; next: string | null; loadingMore: boolean }
  | { name: 'failed'; failure: Failure }

export type PageAnswer<T, Head> = { ok: true; rows: readonly T[]; next: string | null; head: Head }

type Deps<T, Head> = {
  /** A page of the cloud's, from the beginning or after another one. */
  ask: (after: string | undefined) => Promise<PageAnswer<T, Head> | Failure>
  now: () => PagedPhase<T, Head>
  become: (phase: PagedPhase<T, Head>) => void
}

export type PagedList = {
  /** As many rows as are on screen, afresh. */
  load: () => Promise<void>
  more: () => Promise<void>
}

/**
 * A list in the cloud's order, page after page. Pages are only ever added: what stands above is not turned over, and a
 * row that has moved to a later page meanwhile is not shown twice. WeChat is handed one page at a time.
 */
export function pagedList<T extends { id: string }, Head>({ ask, now, become }: Deps<T, Head>): PagedList {
  /** Only the newest question's answer is read: an older one is about another list or another moment. */
  let question = 0
  /** Between two pages the list is neither the old nor the new one: nothing is added to it. */
  let turning = false

  const onScreen = (): Pages<T> => {
    const phase = now()
    return phase.name === 'ready' ? phase.pages : []
  }

  /** The next page that brings something new, or the last one. */
  async function nextRows(after: string | undefined, known: readonly T[]) {
    const ids = new Set(known.map(({ id }) => id))
    for (;;) {
      const answer = await ask(after)
      if (!answer.ok) return answer
      const rows = answer.rows.filter(({ id }) => !ids.has(id) && ids.add(id))
      if (rows.length > 0 || answer.next === null) return { ...answer, rows }
      after = answer.next
    }
  }

  async function show(
    { head, next }: Pick<PageAnswer<T, Head>, 'head' | 'next'>,
    pages: Pages<T>,
    isCurrent: () => boolean,
  ): Promise<void> {
    const draw = (shown: Pages<T>, loadingMore: boolean) =>
      become({ name: 'ready', head, next, pages: shown, loadingMore })
    const before = onScreen()
    // What stands above and the way on may have changed where no row has. The button waits with the list.
    if (before.length > 0 || pages.length === 0) draw(before, pages.length > 0)
    turning = true
    await pageByPage(before, pages, (shown) => draw(shown, true), isCurrent)
    if (!isCurrent()) return
    turning = false
    draw(onScreen(), false)
  }

  function fail(failure: Failure): void {
    turning = false
    const phase = now()
    // What is on screen stays; the page says since when it is old.
    if (phase.name === 'ready') become({ ...phase, loadingMore: false })
    else become({ name: 'failed', failure })
  }

  return {
    load: async () => {
      if (now().name === 'failed') become({ name: 'loading' })
      const mine = ++question
      const wanted = onScreen().flat().length
      const rows: T[] = []
      let answer = await nextRows(undefined, rows)
      for (; answer.ok; answer = await nextRows(answer.next, rows)) {
        rows.push(...answer.rows)
        if (mine !== question || answer.next === null || rows.length >= wanted) break
      }
      if (mine !== question) return
      if (answer.ok) await show(answer, inPages(rows), () => mine === question)
      else fail(answer)
    },
    more: async () => {
      const phase = now()
      if (turning || phase.name !== 'ready' || phase.loadingMore || phase.next === null) return
      const mine = ++question
      become({ ...phase, loadingMore: true })
      const answer = await nextRows(phase.next, phase.pages.flat())
      if (mine !== question) return
      if (!answer.ok) return fail(answer)
      const filled = phase.pages.filter((page) => page.length > 0)
      await show(answer, [...filled, ...inPages(answer.rows)], () => mine === question)
    },
  }
}
