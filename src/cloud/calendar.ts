import { POLICY } from '@/domain/policy'
import { isEnd, type Stage } from '@/domain/stages'
import { addWorkMinutes, type WorkCalendar } from '@/domain/work-time'

/** The working calendar of now, from the policy. Sent along with every timeline, so that the client counts the same hours. */
export const CALENDAR: WorkCalendar = { ...POLICY.workday, off: [], on: [] }

/** When a stage that begins now has to be answered; null where the policy sets no hours. */
export function stageDueAt(stage: Stage, now: Date): Date | null {
  if (isEnd(stage)) return null
  const hours = POLICY.dueHours[stage]
  return hours === null ? null : addWorkMinutes(now, hours * 60, CALENDAR)
}

/** The calendar as it goes over the wire. */
export function calendarView(): { fromHour: number; toHour: number; off: string[]; on: string[] } {
  return { ...CALENDAR, off: [...CALENDAR.off], on: [...CALENDAR.on] }
}
