import type { Drawn } from './face'

/** A browser takes any amount at once. */
export const drawn = (async () => undefined) satisfies Drawn
