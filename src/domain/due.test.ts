import { NOTICE_CALENDAR } from '@/testing/holiday-notices'
import { dueAt, dueWords, promiseWords } from './due'
import type { WorkCalendar } from './work-time'

const calendar: WorkCalendar = { fromHour: 9, toHour: 18, off: [], on: [] }
const at = (shanghai: string) => new Date(`${shanghai}:00+08:00`)
const now = at('2026-11-23T10:00')

it.each([
  ['2026-11-23T15:00', '还剩 5 小时'],
  ['2026-11-23T10:20', '还剩 20 分钟'],
  ['2026-11-25T12:00', '还剩 2 个工作日'],
  ['2026-11-23T09:30', '已超时 30 分钟'],
  ['2026-11-20T17:00', '已超时 2 小时'],
  ['2026-11-19T10:00', '已超时 2 个工作日'],
  ['2026-11-23T10:00', '还剩 1 分钟'],
  ['2026-11-23T10:59', '还剩 59 分钟'],
  ['2026-11-23T11:00', '还剩 1 小时'],
  ['2026-11-24T09:59', '还剩 8 小时'],
  ['2026-11-24T10:00', '还剩 1 个工作日'],
  ['2026-11-23T09:01', '已超时 59 分钟'],
  ['2026-11-20T11:00', '已超时 8 小时'],
  ['2026-11-20T10:00', '已超时 1 个工作日'],
])('due at %s reads 「%s」 for colleagues', (due, words) => {
  expect(dueWords(dueAt(at(due), now, calendar), calendar)).toBe(words)
})

it.each([
  ['2026-11-21T12:00', '刚刚超时', 'the weekend after'],
  ['2026-11-23T09:00', '刚刚超时', 'the opening after'],
  ['2026-11-23T09:01', '已超时 1 分钟', 'a minute later'],
])('due on Friday at closing, at %s it reads 「%s」: %s', (moment, words) => {
  expect(dueWords(dueAt(at('2026-11-20T18:00'), at(moment), calendar), calendar)).toBe(words)
})

it.each([
  ['2026-09-30T13:00', '2026-10-08T09:00', '还剩 5 小时'],
  ['2026-09-30T10:00', '2026-10-10T12:00', '还剩 3 个工作日'],
  ['2026-10-12T18:00', '2026-10-09T18:00', '已超时 2 个工作日'],
])('at %s, due at %s around National Day 2026, it reads 「%s」', (moment, due, words) => {
  expect(dueWords(dueAt(at(due), at(moment), NOTICE_CALENDAR), NOTICE_CALENDAR)).toBe(words)
})

it('gives the candidate a date while the promise holds, and an apology after', () => {
  const kept = at('2026-11-26T14:00')
  expect(promiseWords(kept, dueAt(kept, now, calendar))).toBe('11 月 26 日 周四 14:00 前给你回音')
  const broken = at('2026-11-20T14:00')
  expect(promiseWords(broken, dueAt(broken, now, calendar))).toContain('会尽快')
})
