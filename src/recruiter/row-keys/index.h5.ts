import { useEffect, useRef, useState } from 'react'
import { useDidHide, useDidShow } from '@tarojs/taro'
import { rowAt, rowElementId, type FocusInto, type UseRowKeys } from './face'

export { rowElementId } from './face'

const STEPS: Record<string, 1 | -1 | undefined> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }

const rowButton = (id: string) => document.getElementById(rowElementId(id))?.querySelector('button')

/** The pages under the one in front stay in the document, and may hold the same application. */
export const focusInto = ((id) => {
  const holders = document.querySelectorAll<HTMLElement>(`[id="${id}"]`)
  const [control] = [...holders]
    .flatMap((holder) => [...holder.querySelectorAll<HTMLElement>('button, input, textarea')])
    .filter((found) => found.getClientRects().length > 0)
  control?.focus()
}) satisfies FocusInto

/** Letters belong to whoever is writing; arrows scroll, unless a row or nothing at all has the focus. */
function isForRows({ key, target, altKey, ctrlKey, metaKey, isComposing }: KeyboardEvent): boolean {
  if (altKey || ctrlKey || metaKey || isComposing || !(target instanceof HTMLElement)) return false
  if (target.closest('input, textarea, select, [role=dialog]')) return false
  return (
    !key.startsWith('Arrow') ||
    target === document.body ||
    target.closest(`[id^=${rowElementId('')}]`) !== null
  )
}

export const useRowKeys = ((rows) => {
  const [shown, setShown] = useState(true)
  const latest = useRef(rows)
  latest.current = rows
  // On the web the pages under this one stay in the document.
  useDidShow(() => setShown(true))
  useDidHide(() => setShown(false))

  useEffect(() => {
    if (!shown) return
    const walk = (event: KeyboardEvent) => {
      const step = STEPS[event.key]
      if (!step || !isForRows(event)) return
      event.preventDefault()
      const id = rowAt(latest.current, step)
      if (id === undefined) return
      latest.current.onMove(id)
      rowButton(id)?.focus()
    }
    document.addEventListener('keydown', walk)
    return () => document.removeEventListener('keydown', walk)
  }, [shown])
}) satisfies UseRowKeys
