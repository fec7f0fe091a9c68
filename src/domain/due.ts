import { dayWords, momentWords } from './shanghai'
import { workMinutesBetween, type WorkCalendar } from './work-time'

export type Due = { late: boolean; workMinutes: number }

/** How much working time is left until `at`, or how much has passed since. */
export function dueAt(at: Date, now: Date, calendar: WorkCalendar): Due {
  const workMinutes = workMinutesBetween(now, at, calendar)
  return { late: now > at, workMinutes: Math.abs(workMinutes) }
}

/** For colleagues: 「还剩 5 小时」「已超时 2 个工作日」. Begun hours and days are left out on both sides. */
export function dueWords({ late, workMinutes }: Due, calendar: WorkCalendar): string {
  if (!late) return `还剩 ${span(Math.max(1, workMinutes), calendar)}`
  // Due on Friday at closing time and it is Saturday: late, but nobody has let working time pass.
  return workMinutes === 0 ? '刚刚超时' : `已超时 ${span(workMinutes, calendar)}`
}

/** For the candidate, who should not have to watch a clock: a promise while it holds, an apology when it does not. */
export function promiseWords(at: Date, due: Due): string {
  return due.late ? '比预计的慢了一些，我们已经看到，会尽快给你回音' : `${momentWords(at)} 前给你回音`
}

/** For everybody, while the candidate is waited for: no clock runs. 「已暂停到 12 月 2 日」 */
export function pausedWords(until: Date): string {
  return `已暂停到 ${dayWords(until)}`
}

function span(minutes: number, { fromHour, toHour }: WorkCalendar): string {
  const dayMinutes = (toHour - fromHour) * 60
  if (minutes < 60) return `${minutes} 分钟`
  if (minutes < dayMinutes) return `${Math.floor(minutes / 60)} 小时`
  return `${Math.floor(minutes / dayMinutes)} 个工作日`
}
