import { holidays, workdays } from 'chinese-days/dist/chinese-days.json'
import { POLICY } from '@/domain/policy'
import { addDays, shanghaiDay } from '@/domain/shanghai'
import { isEnd, type Stage } from '@/domain/stages'
import { addWorkMinutes, type WorkCalendar } from '@/domain/work-time'

/** How far around now a client is told the days: farther than any due time lies ahead, or stays missed for long. */
const VIEW_DAYS = 60

/** How long before an unknown year the warning begins: longer than the longest due time, Spring Festival included. */
const WARNING_DAYS = 30

/** Weekend days inside a holiday are free anyway: they are left out. */
const OFF = Object.keys(holidays).filter((date) => ![0, 6].includes(new Date(date).getUTCDay()))
const ON = Object.keys(workdays)

/** The policy's hours, with the public holidays and make-up days of `coveredYears`; other years are plain weekdays. */
export const CALENDAR: WorkCalendar = { ...POLICY.workday, off: OFF, on: ON }

/**
 * The years of which the State Council's notice is known, in order. A few days around New Year stand in the notice of
 * the year beside theirs; National Day only in that of its own.
 */
export function coveredYears(): number[] {
  return Object.keys(holidays)
    .filter((date) => date.endsWith('-10-01'))
    .map((date) => Number(date.slice(0, 4)))
    .sort((a, b) => a - b)
}

/** The year that due times soon run into and of which no holidays are known; null while all is well. */
export function unknownYear(now: Date): number | null {
  const covered = coveredYears()
  const years = [now, addDays(now, WARNING_DAYS)].map((at) => Number(shanghaiDay(at).date.slice(0, 4)))
  return years.find((year) => !covered.includes(year)) ?? null
}

/** What the log says of it. */
export function calendarWarning(now: Date): string | null {
  const unknown = unknownYear(now)
  if (unknown === null) return null
  return `No public holidays known for ${unknown}: plain weekdays count as working days. Update chinese-days.`
}

/** When a stage that begins now has to be answered; null where the policy sets no hours. */
export function stageDueAt(stage: Stage, now: Date): Date | null {
  if (isEnd(stage)) return null
  const hours = POLICY.dueHours[stage]
  return hours === null ? null : addWorkMinutes(now, hours * 60, CALENDAR)
}

/** The calendar as it goes over the wire, so that the client counts the same hours: the days around now only. */
export function calendarView(now: Date): { fromHour: number; toHour: number; off: string[]; on: string[] } {
  const first = shanghaiDay(addDays(now, -VIEW_DAYS)).date
  const last = shanghaiDay(addDays(now, VIEW_DAYS)).date
  const near = (date: string) => first <= date && date <= last
  return { ...POLICY.workday, off: OFF.filter(near), on: ON.filter(near) }
}
