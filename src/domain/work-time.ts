import { addDays, atHour, shanghaiDay } from './shanghai'

/** When work is done: hours of a working day, and the days (YYYY-MM-DD) on which the week's rule does not hold. */
export type WorkCalendar = {
  fromHour: number
  toHour: number
  /** Weekdays without work: public holidays. */
  off: readonly string[]
  /** Weekend days with work: make-up days (调休). */
  on: readonly string[]
}

/** A guard against a calendar with no working day at all; two years of rest is no calendar. */
const FARTHEST_DAYS = 750

export function isWorkday(at: Date, calendar: WorkCalendar): boolean {
  const { date, weekday } = shanghaiDay(at)
  if (calendar.on.includes(date)) return true
  return weekday !== 0 && weekday !== 6 && !calendar.off.includes(date)
}

/**
 * The moment at which `minutes` of working time have passed since `from`. Work that starts outside working hours
 * starts at the next opening; a result that falls on closing time stays there, not on the next morning.
 */
export function addWorkMinutes(from: Date, minutes: number, calendar: WorkCalendar): Date {
  let left = minutes
  for (let day = 0; day < FARTHEST_DAYS; day++) {
    const span = workSpan(addDays(from, day), calendar)
    if (!span) continue
    const start = Math.max(from.getTime(), span.opens)
    const room = (span.closes - start) / 60_000
    if (room <= 0) continue
    if (left <= room) return new Date(start + left * 60_000)
    left -= room
  }
  throw new RangeError('The work calendar has no working day')
}

/** Working minutes from `a` to `b`; negative when `b` lies before `a`. */
export function workMinutesBetween(a: Date, b: Date, calendar: WorkCalendar): number {
  if (b < a) return -workMinutesBetween(b, a, calendar)
  let minutes = 0
  for (let day = a; shanghaiDay(day).startsAt <= b.getTime(); day = addDays(day, 1)) {
    const span = workSpan(day, calendar)
    if (!span) continue
    const overlap = Math.min(b.getTime(), span.closes) - Math.max(a.getTime(), span.opens)
    if (overlap > 0) minutes += overlap / 60_000
  }
  return Math.floor(minutes)
}

function workSpan(day: Date, calendar: WorkCalendar): { opens: number; closes: number } | null {
  if (!isWorkday(day, calendar)) return null
  return { opens: atHour(day, calendar.fromHour).getTime(), closes: atHour(day, calendar.toHour).getTime() }
}
