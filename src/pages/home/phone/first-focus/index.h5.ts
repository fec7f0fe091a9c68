import { useEffect } from 'react'
import type { UseFirstFocus } from './face'

const TRIES_MS = [60, 200, 600]

/**
 * `autoFocus` is not enough: Taro's web View moves its children once while it starts, and what is moved loses the focus.
 * Can go when the field's own web half sees to it.
 */
export const useFirstFocus = ((testId) => {
  useEffect(() => {
    const focus = () => {
      if (document.activeElement !== document.body) return
      document.querySelector<HTMLElement>(`[data-testid="${testId}"]`)?.focus()
    }
    const timers = TRIES_MS.map((ms) => setTimeout(focus, ms))
    return () => timers.forEach(clearTimeout)
  }, [testId])
}) satisfies UseFirstFocus
