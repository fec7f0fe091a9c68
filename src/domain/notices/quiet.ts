import { atHour, shanghaiDay, shanghaiMinutes } from '../shanghai'

/** Minutes of the day in Asia/Shanghai; `from` after `to` runs over midnight, equal means never. */
export type Quiet = { from: number; to: number }

/** When somebody may be disturbed next: now, or when their quiet hours are over. */
export function disturbAt(now: Date, { from, to }: Quiet): Date {
  const minute = shanghaiMinutes(now)
  const quiet =
    from === to ? false : from < to ? from <= minute && minute < to : minute >= from || minute < to
  if (!quiet) return now
  const today = new Date(shanghaiDay(now).startsAt + to * 60_000)
  return today > now ? today : new Date(atHour(now, 0, 1).getTime() + to * 60_000)
}
