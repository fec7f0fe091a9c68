import type { ScanOutcome, Scanner } from './face'

export type { ScanOutcome } from './face'

/** In a browser the phone's own camera reads a poster and opens its link. */
export const { scan } = {
  scan: (): Promise<ScanOutcome> => Promise.resolve('unavailable'),
} satisfies Scanner
