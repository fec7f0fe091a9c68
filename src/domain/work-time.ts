import { dayNumber, dayStart } from './shanghai'

/** When work is done: hours of a working day, and the days (YYYY-MM-DD) on which the week's rule does not hold. */
export type WorkCalendar = {
  fromHour: number
  toHour: number
  /** Weekdays without work: public holidays. */
  off: readonly string[]
  /** Weekend days with work: make-up days (调休). */
  on: readonly string[]
}

const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000

/** A guard against a calendar with no working day at all; two years of rest is no calendar. */
const FARTHEST_DAYS = 750

/** Whether work is done on the day in Shanghai that holds this moment. */
export function isWorkday(at: Date, calendar: WorkCalendar): boolean {
  return worksOn(dayNumber(at), exceptionsOf(calendar))
}

/** The moment itself inside working hours, else the next opening. Closing time is no longer inside. */
export function nextWorkMoment(at: Date, calendar: WorkCalendar): Date {
  return addWorkTime(at, 0, calendar)
}

/**
 * The moment at which `minutes` of working time have passed since `from`. Work that starts outside working hours
 * starts at the next opening; a result that falls on closing time stays there, not on the next morning.
 */
export function addWorkMinutes(from: Date, minutes: number, calendar: WorkCalendar): Date {
  return addWorkTime(from, minutes * MINUTE_MS, calendar)
}

/** Whole working minutes from `a` to `b`, a begun one left out; negative when `b` lies before `a`. */
export function workMinutesBetween(a: Date, b: Date, calendar: WorkCalendar): number {
  // Not `-x`, which would make a −0 of no time at all.
  if (b < a) return 0 - workMinutesBetween(b, a, calendar)
  return Math.floor(workTimeBetween(a, b, calendar) / MINUTE_MS)
}

/** `addWorkMinutes` in ms. */
export function addWorkTime(from: Date, ms: number, calendar: WorkCalendar): Date {
  if (!(ms >= 0)) throw new RangeError('Working time is added, not taken away')
  const exceptions = exceptionsOf(calendar)
  let left = ms
  const first = dayNumber(from)
  for (let day = first; day < first + FARTHEST_DAYS; day++) {
    if (!worksOn(day, exceptions)) continue
    const start = Math.max(from.getTime(), opening(day, calendar))
    const room = closing(day, calendar) - start
    if (room <= 0) continue
    if (left <= room) return new Date(start + left)
    left -= room
  }
  throw new RangeError('The work calendar has no working day')
}

/** Working time from `a` to `b` in ms; none when `b` lies before `a`. */
export function workTimeBetween(a: Date, b: Date, calendar: WorkCalendar): number {
  const exceptions = exceptionsOf(calendar)
  const [from, to, last] = [a.getTime(), b.getTime(), dayNumber(b)]
  let ms = 0
  for (let day = dayNumber(a); day <= last; day++) {
    if (!worksOn(day, exceptions)) continue
    const opens = opening(day, calendar)
    const closes = closing(day, calendar)
    const worked = (to < closes ? to : closes) - (from > opens ? from : opens)
    if (worked > 0) ms += worked
  }
  return ms
}

function opening(day: number, { fromHour }: WorkCalendar): number {
  return dayStart(day) + fromHour * HOUR_MS
}

function closing(day: number, { toHour }: WorkCalendar): number {
  return dayStart(day) + toHour * HOUR_MS
}

/** The days on which the week's rule does not hold, by number: whether they are worked. */
type Exceptions = ReadonlyMap<number, boolean>

function worksOn(day: number, exceptions: Exceptions): boolean {
  const weekday = (day + 4) % 7
  return exceptions.get(day) ?? (weekday !== 0 && weekday !== 6)
}

/** Read once per calendar: a list asks for every row, again and again. */
const READ = new WeakMap<WorkCalendar, Exceptions>()

function exceptionsOf(calendar: WorkCalendar): Exceptions {
  const known = READ.get(calendar)
  if (known) return known
  const exceptions = new Map([
    ...calendar.off.map((date) => [Date.parse(date) / DAY_MS, false] as const),
    ...calendar.on.map((date) => [Date.parse(date) / DAY_MS, true] as const),
  ])
  READ.set(calendar, exceptions)
  return exceptions
}
