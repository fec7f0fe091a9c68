import { dueAt, dueWords, promiseWords } from './due'
import type { WorkCalendar } from './work-time'

const calendar: WorkCalendar = { fromHour: 9, toHour: 18, off: [], on: [] }
const at = (shanghai: string) => new Date(`${shanghai}:00+08:00`)
const now = at('2026-11-23T10:00')

it.each([
  ['2026-11-23T15:00', '还剩 5 小时'],
  ['2026-11-23T10:20', '还剩 20 分钟'],
  ['2026-11-25T12:00', '还剩 2 个工作日'],
  ['2026-11-23T09:30', '超时 30 分钟'],
  ['2026-11-20T17:00', '超时 2 小时'],
  ['2026-11-19T10:00', '超时 2 个工作日'],
])('due at %s reads 「%s」 for colleagues', (due, words) => {
  expect(dueWords(dueAt(at(due), now, calendar), calendar)).toBe(words)
})

it('gives the candidate a date while the promise holds, and an apology after', () => {
  const kept = at('2026-11-26T14:00')
  expect(promiseWords(kept, dueAt(kept, now, calendar))).toBe('11 月 26 日 周四 14:00 前给你回音')
  const broken = at('2026-11-20T14:00')
  expect(promiseWords(broken, dueAt(broken, now, calendar))).toContain('会尽快')
})
