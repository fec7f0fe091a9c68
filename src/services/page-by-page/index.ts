import { drawn } from '../drawn'

/** Rows in pages, each drawn in a box of its own. */
export type Pages<T> = readonly (readonly T[])[]

/**
 * WeChat takes 64 KB at once, which are about 40 rows, and Taro sends a box with all its rows as soon as one of them
 * comes, goes or moves. So a page holds no more than this, and pages change one at a time.
 */
export const ROWS_A_PAGE = 20

/** `weightOf`: how many usual rows one takes the place of. One that is heavier than a page has a page of its own. */
export function inPages<T>(rows: readonly T[], weightOf: (row: T) => number = () => 1): Pages<T> {
  const pages: T[][] = []
  let left = 0
  for (const row of rows) {
    const weight = weightOf(row)
    const page = pages[pages.length - 1]
    if (page && weight <= left) page.push(row)
    else {
      pages.push([row])
      left = ROWS_A_PAGE
    }
    left -= weight
  }
  return pages
}

/**
 * Goes from one list to another, page by page, and waits until each is drawn. Pages that stay the same are not
 * touched; those that are left over become empty, because taking a box away would send all the others again.
 * Stops as soon as `isCurrent` says that another answer has come.
 */
export async function pageByPage<T>(
  before: Pages<T>,
  after: Pages<T>,
  show: (pages: Pages<T>) => void,
  isCurrent: () => boolean,
): Promise<void> {
  let pages = before
  for (let at = 0; at < Math.max(before.length, after.length); at++) {
    const page = after[at] ?? []
    if (isSame(pages[at], page)) continue
    pages = [...pages.slice(0, at), page, ...pages.slice(at + 1)]
    show(pages)
    await drawn()
    if (!isCurrent()) return
  }
}

/** Rows are what the cloud answered: plain data. */
function isSame<T>(one: readonly T[] | undefined, other: readonly T[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
