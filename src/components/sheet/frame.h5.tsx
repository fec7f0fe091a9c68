import { useEffect, useRef, type KeyboardEvent } from 'react'
import type { SheetFrame as Face } from './face'

const reachable = 'button, input, textarea, select, a[href], [tabindex="0"]'

/** Tab goes round inside the sheet: what lies under it is not to be reached. */
function keepInside(event: KeyboardEvent, panel: HTMLElement): void {
  const stops = [...panel.querySelectorAll<HTMLElement>(reachable)].filter(
    (stop) => !stop.matches(':disabled'),
  )
  const last = event.shiftKey ? (stops[0] ?? panel) : (stops[stops.length - 1] ?? panel)
  const next = event.shiftKey ? (stops[stops.length - 1] ?? panel) : (stops[0] ?? panel)
  const active = document.activeElement
  if (active !== last && !(event.shiftKey && active === panel)) return
  event.preventDefault()
  next.focus()
}

export const SheetFrame = (({ title, onClose, children }) => {
  const panel = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const before = document.activeElement
    panel.current?.focus()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])

  // On the document: when the part that had the focus goes away, keys reach nothing inside the sheet any more.
  const close = useRef(onClose)
  close.current = onClose
  useEffect(() => {
    const onEscape = (event: globalThis.KeyboardEvent) => {
      const inside =
        panel.current?.contains(document.activeElement) || document.activeElement === document.body
      if (event.key === 'Escape' && !event.isComposing && inside) close.current()
    }
    document.addEventListener('keydown', onEscape)
    return () => document.removeEventListener('keydown', onEscape)
  }, [])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Tab' && panel.current) keepInside(event, panel.current)
  }

  return (
    <div className='b-sheet' onKeyDown={onKeyDown}>
      <div className='b-sheet__shade' onClick={onClose} />
      <div ref={panel} className='b-sheet__panel' role='dialog' aria-modal aria-label={title} tabIndex={-1}>
        {children}
      </div>
    </div>
  )
}) satisfies Face
