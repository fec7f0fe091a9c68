import fc from 'fast-check'
import { addWorkMinutes, isWorkday, workMinutesBetween, type WorkCalendar } from './work-time'

const calendar: WorkCalendar = {
  fromHour: 9,
  toHour: 18,
  off: ['2026-10-01', '2026-10-02'],
  on: ['2026-10-10'],
}
const at = (shanghai: string) => new Date(`${shanghai}:00+08:00`)

describe('addWorkMinutes', () => {
  it.each([
    ['inside one day', '2026-11-23T10:00', 5, '2026-11-23T15:00'],
    ['over the night', '2026-11-23T16:00', 4, '2026-11-24T11:00'],
    ['over the weekend', '2026-11-20T17:00', 2, '2026-11-23T10:00'],
    ['started at night', '2026-11-23T22:40', 1, '2026-11-24T10:00'],
    ['ending at closing time', '2026-11-23T09:00', 9, '2026-11-23T18:00'],
    ['24 hours are two days and six hours', '2026-11-23T09:00', 24, '2026-11-25T15:00'],
    ['over a public holiday', '2026-09-30T17:00', 2, '2026-10-05T10:00'],
    ['with a working Saturday', '2026-10-09T17:00', 2, '2026-10-10T10:00'],
    ['no time at all, in the morning before work', '2026-11-23T07:00', 0, '2026-11-23T09:00'],
  ])('%s', (_what, from, hours, to) => {
    expect(addWorkMinutes(at(from), hours * 60, calendar)).toEqual(at(to))
  })

  it('refuses a calendar in which nobody ever works', () => {
    expect(() => addWorkMinutes(at('2026-11-23T09:00'), 60, { ...calendar, fromHour: 9, toHour: 9 })).toThrow(
      RangeError,
    )
  })
})

it('counts back what it added, whatever the start and length', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 60 * 24 * 200 }),
      fc.integer({ min: 0, max: 60 * 80 }),
      (start, minutes) => {
        const from = new Date(at('2026-06-01T00:00').getTime() + start * 60_000)
        const due = addWorkMinutes(from, minutes, calendar)
        expect(workMinutesBetween(from, due, calendar)).toBe(minutes)
        expect(isWorkday(due, calendar)).toBe(true)
      },
    ),
  )
})

it('counts a late moment as negative', () => {
  expect(workMinutesBetween(at('2026-11-24T10:00'), at('2026-11-23T17:00'), calendar)).toBe(-120)
})
