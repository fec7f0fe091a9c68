import { create } from 'zustand'

/** How far the cloud's clock is ahead of this device's; 0 until an answer has told otherwise. */
const useAhead = create<{ ms: number }>()(() => ({ ms: 0 }))

/** Clocks that agree better than this agree: words about time are in minutes. */
const CLOSE_MS = 2000

/**
 * Learns the cloud's time from an answer that tells it (`now`, ISO 8601). The answer was made at some moment between
 * the question and its arrival; what is known already stays while it fits, so that a slow network moves nothing.
 */
export function learnTime(answer: unknown, askedAt: number, arrivedAt = Date.now()): void {
  const now = typeof answer === 'object' && answer !== null && 'now' in answer ? answer.now : null
  const told = typeof now === 'string' ? Date.parse(now) : NaN
  if (Number.isNaN(told)) return
  const ahead = told - (askedAt + arrivedAt) / 2
  const doubt = Math.max((arrivedAt - askedAt) / 2, CLOSE_MS)
  if (Math.abs(ahead - useAhead.getState().ms) > doubt) useAhead.setState({ ms: Math.round(ahead) })
}

/** The time in the cloud, whatever the clock of the device says. */
export function cloudNow(): Date {
  return new Date(Date.now() + useAhead.getState().ms)
}

export const useAheadMs = (): number => useAhead(({ ms }) => ms)
