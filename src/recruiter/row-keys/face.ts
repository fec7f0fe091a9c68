export type Rows = {
  ids: readonly string[]
  current: string | null
  onMove: (id: string) => void
}

/** j / k and the arrows walk the list; Enter is the row's own. */
export type UseRowKeys = (rows: Rows) => void

/** Puts the focus on the first control inside the element with this id, where it is in sight. */
export type FocusInto = (id: string) => void

/** The id of the element that holds a row. */
export const rowElementId = (id: string) => `queue-row-${id}`

/** The row a step away; from nowhere the first one. */
export function rowAt({ ids, current }: Pick<Rows, 'ids' | 'current'>, step: 1 | -1): string | undefined {
  const at = current === null ? -1 : ids.indexOf(current)
  return at < 0 ? ids[0] : ids[Math.min(Math.max(at + step, 0), ids.length - 1)]
}
