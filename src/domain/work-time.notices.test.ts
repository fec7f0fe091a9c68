import { NOTICE_CALENDAR } from '@/testing/holiday-notices'
import { addWorkMinutes, nextWorkMoment, workMinutesBetween } from './work-time'

/*
 * Worked out by hand, with a printed calendar, from the notices of the State Council's General Office:
 *   国务院办公厅关于2025年部分节假日安排的通知（国办发明电〔2024〕12号）, 2024-11-12
 *   国务院办公厅关于2026年部分节假日安排的通知（国办发明电〔2025〕7号）, 2025-11-04
 * Moments without an offset are Shanghai's.
 */
const at = (text: string) => new Date(/(Z|[+-]\d\d:\d\d)$/.test(text) ? text : `${text}+08:00`)
const hours = (count: number) => count * 60

it.each([
  // 2025
  ['元旦 in the middle of a week', '2024-12-31T17:00', hours(2), '2025-01-02T10:00'],
  ['on 元旦 itself', '2025-01-01T10:00', hours(1), '2025-01-02T10:00'],
  ['make-up Sunday before 春节', '2025-01-24T17:00', hours(2), '2025-01-26T10:00'],
  ['over 春节', '2025-01-27T17:00', hours(2), '2025-02-05T10:00'],
  ['24 h from 除夕', '2025-01-28T20:00', hours(24), '2025-02-07T15:00'],
  ['make-up Saturday after 春节', '2025-02-07T17:00', hours(2), '2025-02-08T10:00'],
  ['through that Saturday, over the Sunday', '2025-02-07T17:00', hours(11), '2025-02-10T10:00'],
  ['the last minute of that Saturday', '2025-02-08T17:59', 2, '2025-02-10T09:01'],
  ['over 清明', '2025-04-03T16:00', hours(4), '2025-04-07T11:00'],
  ['a whole day from within 清明', '2025-04-05T12:00', hours(9), '2025-04-07T18:00'],
  ['make-up Sunday before 劳动节', '2025-04-25T18:00', hours(1), '2025-04-27T10:00'],
  ['four days from that Sunday', '2025-04-27T09:00', hours(36), '2025-04-30T18:00'],
  ['over 劳动节', '2025-04-30T17:30', hours(1), '2025-05-06T09:30'],
  ['48 h from the first minute of 劳动节', '2025-05-01T00:00', hours(48), '2025-05-13T12:00'],
  ['24 h over 端午', '2025-05-30T15:00', hours(24), '2025-06-05T12:00'],
  ['make-up Sunday before 国庆', '2025-09-26T17:00', hours(2), '2025-09-28T10:00'],
  ['72 h over 国庆 and its make-up Saturday', '2025-09-30T12:00', hours(72), '2025-10-17T12:00'],
  ['on 中秋 within 国庆', '2025-10-06T09:00', hours(1), '2025-10-09T10:00'],
  ['24 h with the make-up Saturday after 国庆', '2025-10-10T17:00', hours(24), '2025-10-14T14:00'],
  // Year end
  ['over the year, to a make-up Sunday', '2025-12-31T17:00', hours(2), '2026-01-04T10:00'],
  ['24 h from the last minute of the year', '2025-12-31T23:59', hours(24), '2026-01-06T15:00'],
  ['72 h over the year', '2025-12-30T09:00', hours(72), '2026-01-09T18:00'],
  [
    'into 2027, of which no notice is known: plain weekdays',
    '2026-12-31T17:00',
    hours(2),
    '2027-01-01T10:00',
  ],
  // 2026
  ['within 元旦', '2026-01-02T12:00', 1, '2026-01-04T09:01'],
  ['from closing on the make-up Sunday', '2026-01-04T18:00', hours(1), '2026-01-05T10:00'],
  ['make-up Saturday before 春节', '2026-02-13T17:00', hours(2), '2026-02-14T10:00'],
  ['from that Saturday over 春节', '2026-02-14T17:00', hours(2), '2026-02-24T10:00'],
  ['48 h over 春节', '2026-02-12T10:00', hours(48), '2026-02-26T13:00'],
  ['through the make-up Saturday after 春节', '2026-02-27T17:00', hours(11), '2026-03-02T10:00'],
  ['over 清明', '2026-04-03T17:00', hours(2), '2026-04-07T10:00'],
  ['24 h over 劳动节', '2026-04-30T09:00', hours(24), '2026-05-07T15:00'],
  ['through the make-up Saturday after 劳动节', '2026-05-08T16:00', hours(12), '2026-05-11T10:00'],
  ['over 端午', '2026-06-18T17:00', hours(2), '2026-06-22T10:00'],
  ['make-up Sunday before 国庆', '2026-09-18T17:00', hours(2), '2026-09-20T10:00'],
  ['the last minute before 中秋', '2026-09-24T17:59', 2, '2026-09-28T09:01'],
  ['a whole day over 国庆', '2026-09-30T18:00', hours(9), '2026-10-08T18:00'],
  ['48 h over 国庆 and its make-up Saturday', '2026-09-30T10:00', hours(48), '2026-10-13T13:00'],
  ['72 h over 中秋 and 国庆', '2026-09-24T09:00', hours(72), '2026-10-12T18:00'],
  // Midnight
  ['23:59 of a plain night', '2026-03-10T23:59', hours(1), '2026-03-11T10:00'],
  ['0:00 of a plain night', '2026-03-11T00:00', hours(1), '2026-03-11T10:00'],
  ['23:59 before 国庆', '2026-09-30T23:59', 1, '2026-10-08T09:01'],
  ['23:59 before a make-up Sunday', '2025-01-25T23:59', 1, '2025-01-26T09:01'],
  ['half a minute before closing', '2026-03-11T17:59:30', 1, '2026-03-12T09:00:30'],
  // Told in other time zones
  ['London in summer, opening after 劳动节', '2026-05-06T02:00+01:00', hours(1), '2026-05-06T10:00'],
  ['New York, still the evening before', '2026-05-05T21:00-04:00', hours(1), '2026-05-06T10:00'],
  ['the last minute of the year in UTC', '2025-12-31T23:59Z', hours(1), '2026-01-04T10:00'],
  ['UTC, a minute before closing', '2025-12-31T09:59Z', 2, '2026-01-04T09:01'],
  ['Berlin, an hour after summer time began', '2026-03-29T03:30+02:00', hours(1), '2026-03-30T10:00'],
  ['Berlin, over the night it began', '2026-03-27T17:00+01:00', hours(9), '2026-03-30T18:00'],
  ['New York, the day its summer time ended', '2026-11-01T20:30-05:00', hours(1), '2026-11-02T10:30'],
  ['Auckland in summer', '2026-02-24T13:00+13:00', hours(1), '2026-02-24T10:00'],
  ['Kathmandu, on a make-up Saturday', '2026-10-10T12:45+05:45', hours(1), '2026-10-10T16:00'],
  ['Honolulu, a Friday that is a make-up Saturday', '2025-02-07T15:00-10:00', hours(9), '2025-02-08T18:00'],
])('adds: %s', (_what, from, minutes, to) => {
  expect(addWorkMinutes(at(from), minutes, NOTICE_CALENDAR)).toEqual(at(to))
})

it.each([
  ['over 春节 2025 nothing', '2025-01-27T18:00', '2025-02-05T09:00', 0],
  ['春节 2025 between its make-up days: 6 days', '2025-01-26T00:00', '2025-02-09T00:00', hours(54)],
  ['September 2025: 23 days', '2025-09-01T00:00', '2025-10-01T00:00', hours(207)],
  ['October 2025: 18 days', '2025-10-01T00:00', '2025-11-01T00:00', hours(162)],
  ['the year 2025: 248 days', '2025-01-01T00:00', '2026-01-01T00:00', hours(2232)],
  ['three weeks around 春节 2026: 11 days', '2026-02-09T09:00', '2026-03-02T09:00', hours(99)],
  ['the year 2026: 248 days', '2026-01-01T00:00', '2027-01-01T00:00', hours(2232)],
  ['backwards over 国庆', '2026-10-08T09:00', '2026-09-30T17:00', -60],
  ['backwards over nothing', '2026-10-08T09:00', '2026-09-30T18:00', 0],
  ['over the year from 23:59', '2025-12-31T23:59', '2026-01-04T09:01', 1],
  ['23:59 to midnight', '2026-03-10T23:59', '2026-03-11T00:00', 0],
  ['around closing', '2026-03-11T17:59', '2026-03-11T18:01', 1],
  ['half a minute', '2026-03-11T17:59:30', '2026-03-11T18:00', 0],
  ['no time', '2026-03-11T12:00', '2026-03-11T12:00', 0],
  ['a make-up Saturday, told in two zones', '2026-02-13T20:00-05:00', '2026-02-14T11:00+01:00', hours(9)],
  ['the night New York lost an hour', '2026-03-07T20:00-05:00', '2026-03-08T22:00-04:00', 60],
])('counts: %s', (_what, from, to, minutes) => {
  expect(workMinutesBetween(at(from), at(to), NOTICE_CALENDAR)).toBe(minutes)
})

it.each([
  ['before opening on a make-up Saturday', '2026-10-10T08:59', '2026-10-10T09:00'],
  ['within working hours, to the second', '2026-10-10T12:00:01', '2026-10-10T12:00:01'],
  ['at closing on a make-up Saturday', '2026-10-10T18:00', '2026-10-12T09:00'],
  ['at closing before 春节', '2026-02-14T18:00', '2026-02-24T09:00'],
  ['at noon on a holiday', '2026-09-25T12:00', '2026-09-28T09:00'],
  ['in the last minute of the year', '2025-12-31T23:59', '2026-01-04T09:00'],
  ['on a plain Saturday', '2026-03-14T10:00', '2026-03-16T09:00'],
])('begins work: %s', (_what, from, to) => {
  expect(nextWorkMoment(at(from), NOTICE_CALENDAR)).toEqual(at(to))
})
