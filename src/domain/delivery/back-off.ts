/** Minutes until the next try after the first, second … one that came to nothing. */
export const BACK_OFF_MINUTES = [1, 2, 5, 15, 60, 180, 360] as const

/** How often a message is tried before it is laid aside. */
export const TRIES = BACK_OFF_MINUTES.length + 1

/** When the next try is, or null when this was the last. `attempts`: how many there were, this one included. */
export function nextTryAt(now: Date, attempts: number): Date | null {
  const minutes = BACK_OFF_MINUTES[attempts - 1]
  return minutes === undefined ? null : new Date(now.getTime() + minutes * 60_000)
}
