import type { Entry } from '@/domain/entry'

/** 'nothing': a code was scanned and is none of ours. 'unavailable': there is no scanner, or the camera is not allowed. */
export type ScanOutcome = Entry | 'nothing' | 'cancelled' | 'unavailable'

export type Scanner = {
  /** Scans a poster with the camera, or from a picture in the album. */
  scan: () => Promise<ScanOutcome>
}
