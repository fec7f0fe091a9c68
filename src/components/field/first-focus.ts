import { useEffect, type RefObject } from 'react'

const TRIES_MS = [60, 200, 600]

/**
 * The web's `autoFocus` is not enough: Taro's View moves its children once while it starts, and what is moved loses
 * the focus. Tries again as long as nothing else has it. Can go when Taro's web components leave their children be.
 */
export function useFirstFocus(wanted: boolean, control: RefObject<HTMLElement>): void {
  useEffect(() => {
    if (!wanted) return
    const focus = () => {
      if (document.activeElement === document.body) control.current?.focus()
    }
    const timers = TRIES_MS.map((ms) => setTimeout(focus, ms))
    return () => timers.forEach(clearTimeout)
  }, [wanted, control])
}
