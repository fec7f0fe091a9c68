/**
 * Office time as one number: the minutes between 9:00 and 18:00, Monday to Friday in Shanghai, since a
 * Monday long ago. A pace is then a subtraction. Public holidays are not known here: the demo keeps so
 * far from every due time that a holiday week on either side does not change who is overdue.
 */
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const FIRST_MONDAY = Date.UTC(1970, 0, 5)
const SHANGHAI = 8 * 60 * MINUTE
const OPENS = 9 * 60
const CLOSES = 18 * 60

export const OFFICE_HOUR = 60
export const OFFICE_DAY = CLOSES - OPENS

export function toOfficeTime(at: Date): number {
  const local = at.getTime() + SHANGHAI - FIRST_MONDAY
  const day = Math.floor(local / DAY)
  const week = Math.floor(day / 7)
  const weekday = day - week * 7
  if (weekday > 4) return (week * 5 + 5) * OFFICE_DAY

  const minutes = (local - day * DAY) / MINUTE
  const atWork = Math.min(Math.max(minutes - OPENS, 0), OFFICE_DAY)
  return (week * 5 + weekday) * OFFICE_DAY + atWork
}

/** The moment, to the second, at which that much office time has passed. */
export function fromOfficeTime(minutes: number): Date {
  const workday = Math.floor(minutes / OFFICE_DAY)
  const week = Math.floor(workday / 5)
  const day = week * 7 + (workday - week * 5)
  const ofDay = Math.floor((minutes - workday * OFFICE_DAY) * 60) / 60
  return new Date(FIRST_MONDAY - SHANGHAI + day * DAY + Math.round((OPENS + ofDay) * MINUTE))
}

export function officeTimeBefore(at: Date, minutes: number): Date {
  return fromOfficeTime(toOfficeTime(at) - minutes)
}
