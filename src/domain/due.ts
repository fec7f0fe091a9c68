import { momentWords } from './shanghai'
import { workMinutesBetween, type WorkCalendar } from './work-time'

export type Due = { late: boolean; workMinutes: number }

/** How much working time is left until `dueAt`, or how much has passed since. */
export function dueAt(at: Date, now: Date, calendar: WorkCalendar): Due {
  const workMinutes = workMinutesBetween(now, at, calendar)
  return { late: now > at, workMinutes: Math.abs(workMinutes) }
}

/** For colleagues: 「还剩 5 小时」「超时 2 个工作日」. */
export function dueWords(due: Due, calendar: WorkCalendar): string {
  return due.late ? `超时 ${span(due.workMinutes, calendar)}` : `还剩 ${span(due.workMinutes, calendar)}`
}

/** For the candidate, who should not have to watch a clock: a promise while it holds, an apology when it does not. */
export function promiseWords(at: Date, due: Due): string {
  return due.late ? '比预计的慢了一些，我们已经看到，会尽快给你回音' : `${momentWords(at)} 前给你回音`
}

function span(minutes: number, calendar: WorkCalendar): string {
  const dayMinutes = (calendar.toHour - calendar.fromHour) * 60
  if (minutes < 60) return `${Math.max(1, Math.floor(minutes))} 分钟`
  if (minutes < dayMinutes) return `${Math.floor(minutes / 60)} 小时`
  return `${Math.floor(minutes / dayMinutes)} 个工作日`
}
