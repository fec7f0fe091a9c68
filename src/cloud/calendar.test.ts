import * as v from 'valibot'
import { calendar as calendarField } from '@/contract/fields'
import { isWorkday, workMinutesBetween } from '@/domain/work-time'
import { datesFrom, HOLIDAY_NOTICES, NOTICE_CALENDAR } from '@/testing/holiday-notices'
import { CALENDAR, calendarView, calendarWarning, coveredYears, stageDueAt } from './calendar'

const at = (shanghai: string) => new Date(`${shanghai}:00+08:00`)
const noon = (date: string) => at(`${date}T12:00`)

describe('the data', () => {
  it.each(HOLIDAY_NOTICES)('say of every day of $year what $name says', ({ year }) => {
    const dates = datesFrom(`${year}-01-01`, `${year}-12-31`)
    const worked = (calendar: typeof CALENDAR) => dates.filter((date) => isWorkday(noon(date), calendar))
    expect(worked(CALENDAR)).toEqual(worked(NOTICE_CALENDAR))
  })

  it('hold holidays on weekdays, make-up days on weekends, and no day twice', () => {
    const weekend = (date: string) => [0, 6].includes(new Date(date).getUTCDay())
    expect(CALENDAR.off.filter(weekend)).toEqual([])
    expect(CALENDAR.on.filter((date) => !weekend(date))).toEqual([])
    expect(new Set([...CALENDAR.off, ...CALENDAR.on]).size).toBe(CALENDAR.off.length + CALENDAR.on.length)
  })

  it('cover a row of years without a gap, 2025 and 2026 among them', () => {
    const years = coveredYears()
    expect(years).toEqual(expect.arrayContaining([2025, 2026]))
    expect(years).toEqual(years.map((_, index) => (years[0] ?? NaN) + index))
  })
})

// Told by the last year that the package knows, so that these stay true when it learns another.
describe('when a year is not known yet', () => {
  const last = Math.max(...coveredYears())

  it.each([
    ['all year', `${last}-06-15T12:00`, null],
    ['31 days before', `${last}-12-01T23:59`, null],
    ['30 days before', `${last}-12-02T00:00`, last + 1],
    ['on its first day', `${last + 1}-01-01T00:00`, last + 1],
    ['long after', `${last + 3}-06-15T12:00`, last + 3],
    ['before the first known year', '1999-06-15T12:00', 1999],
  ])('%s the warning is right', (_when, now, unknown) => {
    const warning = calendarWarning(at(now))
    if (unknown === null) expect(warning).toBeNull()
    else expect(warning).toContain(`No public holidays known for ${unknown}`)
  })

  it('its weekdays are worked and its weekends are not, National Day included', () => {
    const dates = datesFrom(`${last + 2}-01-01`, `${last + 2}-12-31`)
    const worked = dates.filter((date) => isWorkday(noon(date), CALENDAR))
    expect(worked).toEqual(dates.filter((date) => ![0, 6].includes(new Date(date).getUTCDay())))
  })
})

it.each([
  ['applied', '2026-09-30T17:00', '2026-10-10T14:00'],
  ['screening', '2026-02-13T15:00', '2026-02-25T12:00'],
  ['review', '2025-01-26T09:00', '2025-02-08T12:00'],
  ['interview', '2025-12-31T18:30', '2026-01-09T12:00'],
  ['offer', '2026-04-30T18:00', '2026-05-14T18:00'],
] as const)('%s that begins at %s is due at %s', (stage, from, due) => {
  expect(stageDueAt(stage, at(from))).toEqual(at(due))
})

it('nothing is due where the policy sets no hours, and after the end', () => {
  for (const stage of ['onboarding', 'hired', 'confirmed', 'rejected'] as const)
    expect(stageDueAt(stage, at('2026-09-30T17:00'))).toBeNull()
})

describe('what a client is told', () => {
  const now = at('2026-10-09T10:00')

  it('are the days within 60 of now, in the shape of the contract', () => {
    expect(v.parse(calendarField, calendarView(now))).toEqual({
      fromHour: 9,
      toHour: 18,
      off: ['2026-09-25', '2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'],
      on: ['2026-09-20', '2026-10-10'],
    })
  })

  it.each([
    ['2026-08-02', '2026-10-01', true],
    ['2026-08-01', '2026-10-01', false],
    ['2026-12-06', '2026-10-07', true],
    ['2026-12-07', '2026-10-07', false],
  ])('on %s, whether it holds %s: %s', (today, holiday, told) => {
    expect(calendarView(noon(today)).off.includes(holiday)).toBe(told)
  })

  it('lets it count, to any moment within 60 days, the minutes that the cloud counts', () => {
    const view = calendarView(now)
    for (let hour = -59 * 24; hour <= 59 * 24; hour += 7) {
      const moment = new Date(now.getTime() + hour * 3_600_000)
      expect(workMinutesBetween(now, moment, view)).toBe(workMinutesBetween(now, moment, CALENDAR))
    }
  })
})
