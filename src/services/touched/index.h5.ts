import type { Touched } from './face'

const SIGNS = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const
/** Not to be missed because something on the page keeps an event for itself, and nothing waits for us. */
const BESIDE = { capture: true, passive: true }

export const touched = {
  watch: (tell) => {
    for (const sign of SIGNS) document.addEventListener(sign, tell, BESIDE)
    return () => {
      for (const sign of SIGNS) document.removeEventListener(sign, tell, BESIDE)
    }
  },
} satisfies Touched
