import { addDays } from './shanghai'

/** Whether the clock stands still now: until just before `until`. */
export function isPaused(until: Date | null, now: Date): until is Date {
  return until !== null && now < until
}

/**
 * Whether the candidate may ask for time now: while somebody owes an answer, and not twice at once. Also when the answer
 * is late already: nobody has to hurry then, but what has been missed stays missed, see `dueAfterPauses`.
 */
export function mayPause(
  { ended, dueAt, pausedUntil }: { ended: boolean; dueAt: Date | null; pausedUntil: Date | null },
  now: Date,
): boolean {
  return !ended && dueAt !== null && !isPaused(pausedUntil, now)
}

/** When a pause of so many calendar days that begins now is over: the same hour on that day. */
export function pauseUntil(now: Date, days: number): Date {
  return addDays(now, days)
}
