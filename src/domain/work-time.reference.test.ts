import fc from 'fast-check'
import { HOLIDAY_NOTICES, NOTICE_CALENDAR } from '@/testing/holiday-notices'
import { addWorkMinutes, nextWorkMoment, workMinutesBetween } from './work-time'

/*
 * The slow way: walk every minute from the start of 2025 to the end of January 2027, ask a wall clock in Shanghai (not
 * our own arithmetic) what day and hour it is, look into the notices whether people work, and count.
 */
const MINUTE_MS = 60_000
const FIRST = Date.parse('2025-01-01T00:00:00+08:00')
const MINUTES = (Date.parse('2027-01-01T00:00:00+08:00') - FIRST) / MINUTE_MS
const WALKED = (Date.parse('2027-02-01T00:00:00+08:00') - FIRST) / MINUTE_MS
const RUNS = 100_000

/** Working minutes before each minute of the two years, and each working minute's number. */
const before = new Uint32Array(WALKED + 1)
const working: number[] = []

beforeAll(() => {
  const clock = new Intl.DateTimeFormat('en-CA', {
    timeZone: 'Asia/Shanghai',
    ...({ weekday: 'short', year: 'numeric', month: '2-digit', day: '2-digit' } as const),
    ...({ hour: '2-digit', hourCycle: 'h23' } as const),
  })
  let workingNow = false
  for (let minute = 0; minute < WALKED; minute++) {
    // The walk begins on the hour, and nothing the notices say changes within one: ask once for its 60 minutes.
    if (minute % 60 === 0) workingNow = worksAt(clock.formatToParts(FIRST + minute * MINUTE_MS))
    if (workingNow) working.push(minute)
    before[minute + 1] = working.length
  }
})

function worksAt(parts: Intl.DateTimeFormatPart[]): boolean {
  const { weekday, year, month, day, hour } = Object.fromEntries(
    parts.map(({ type, value }) => [type, value]),
  )
  const date = `${year}-${month}-${day}`
  if (Number(hour) < 9 || Number(hour) > 17) return false
  if (HOLIDAY_NOTICES.some(({ on }) => on.includes(date))) return true
  if (HOLIDAY_NOTICES.some(({ off }) => off.some(([, from, to]) => from <= date && date <= to))) return false
  return weekday !== 'Sat' && weekday !== 'Sun'
}

const momentOf = (minute: number) => new Date(FIRST + minute * MINUTE_MS)
const minuteOf = (moment: Date) => (moment.getTime() - FIRST) / MINUTE_MS
const anyMinute = fc.integer({ min: 0, max: MINUTES })

it('counts the minutes between 100,000 random pairs of moments as a walk over every minute does', () => {
  fc.assert(
    fc.property(anyMinute, anyMinute, (a, b) => {
      const walked = (before[b] ?? NaN) - (before[a] ?? NaN)
      return workMinutesBetween(momentOf(a), momentOf(b), NOTICE_CALENDAR) === walked
    }),
    { numRuns: RUNS },
  )
})

it('adds as a walk over every minute does: 100,000 random starts and up to 100 hours', () => {
  fc.assert(
    fc.property(anyMinute, fc.integer({ min: 1, max: 6000 }), (from, minutes) => {
      // The end of the last of the minutes worked.
      const walked = (working[(before[from] ?? NaN) + minutes - 1] ?? NaN) + 1
      return minuteOf(addWorkMinutes(momentOf(from), minutes, NOTICE_CALENDAR)) === walked
    }),
    { numRuns: RUNS },
  )
})

it('begins work at the next minute that is worked: 100,000 random moments', () => {
  fc.assert(
    fc.property(anyMinute, (from) => {
      return minuteOf(nextWorkMoment(momentOf(from), NOTICE_CALENDAR)) === working[before[from] ?? NaN]
    }),
    { numRuns: RUNS },
  )
})
