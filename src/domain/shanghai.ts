const OFFSET_MS = 8 * 3_600_000
const DAY_MS = 86_400_000

/**
 * Days and hours in Asia/Shanghai, where all of Bole's rules live. China has had no daylight saving since 1991,
 * so plain arithmetic is right and the same in a function (UTC), a browser and WeChat.
 */
export type ShanghaiDay = { date: string; weekday: number; startsAt: number }

/** The calendar day a moment falls on: `date` is YYYY-MM-DD, `weekday` 0 = Sunday, `startsAt` ms since 1970. */
export function shanghaiDay(at: Date): ShanghaiDay {
  const startsAt = dayStart(dayNumber(at))
  const local = new Date(startsAt + OFFSET_MS)
  return { date: local.toISOString().slice(0, 10), weekday: local.getUTCDay(), startsAt }
}

/** The day a moment falls on as a whole number, 0 = 1970-01-01 (a Thursday): cheap to step over and to look up. */
export function dayNumber(at: Date): number {
  return Math.floor((at.getTime() + OFFSET_MS) / DAY_MS)
}

/** When the day with this number begins in Shanghai, ms since 1970. */
export function dayStart(day: number): number {
  return day * DAY_MS - OFFSET_MS
}

/** Minutes since midnight in Shanghai. */
export function shanghaiMinutes(at: Date): number {
  return Math.floor((at.getTime() - shanghaiDay(at).startsAt) / 60_000)
}

/** The moment at `hour` o'clock on the day that holds `at`, `days` days later. */
export function atHour(at: Date, hour: number, days = 0): Date {
  return new Date(shanghaiDay(at).startsAt + days * DAY_MS + hour * 3_600_000)
}

/** Same hour, `days` later. */
export function addDays(at: Date, days: number): Date {
  return new Date(at.getTime() + days * DAY_MS)
}

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六']

/** 「11 月 26 日」 */
export function dayWords(at: Date): string {
  const [, month, day] = shanghaiDay(at).date.split('-')
  return `${Number(month)} 月 ${Number(day)} 日`
}

/** 「11 月 26 日 周四 14:00」 */
export function momentWords(at: Date): string {
  return `${dayWords(at)} 周${WEEKDAYS[shanghaiDay(at).weekday]} ${clockWords(at)}`
}

/** 「14:00」 */
export function clockWords(at: Date): string {
  const minutes = shanghaiMinutes(at)
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`
}

/** 「11-26 14:00」, for the dense right column of a timeline. */
export function stampWords(at: Date): string {
  return `${shanghaiDay(at).date.slice(5)} ${clockWords(at)}`
}

function pad(n: number): string {
  return String(n).padStart(2, '0')
}
