/** As often as a change is looked for while there is somebody to see it. */
export const OFTEN_MS = 2_000

const MINUTE = 60_000

/** How long nothing has moved and nobody has touched anything, and how often it is still worth asking. */
const STEPS: readonly [idleMs: number, everyMs: number][] = [
  [10 * MINUTE, OFTEN_MS],
  [12 * MINUTE, 5_000],
  [15 * MINUTE, 10_000],
]
const SELDOM_MS = 30_000

/**
 * How long to wait before asking again. Every 2 s for the first ten minutes, so that a screen somebody looks at without
 * touching it is never more than 3 s late; after that it lies on a desk and nobody looks.
 */
export function everyMs(idleMs: number): number {
  return STEPS.find(([until]) => idleMs < until)?.[1] ?? SELDOM_MS
}
