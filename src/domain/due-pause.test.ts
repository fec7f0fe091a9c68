import fc from 'fast-check'
import { NOTICE_CALENDAR } from '@/testing/holiday-notices'
import { dueAt, dueWords } from './due'
import { dueAfterPauses, type Pause } from './due-pause'
import { addWorkMinutes, workMinutesBetween } from './work-time'

const at = (shanghai: string) => new Date(`${shanghai}:00+08:00`)
const pause = (from: string, to: string): Pause => ({ from: at(from), to: at(to) })

/** 24 working hours from Monday morning: Wednesday, 15:00. The 2026 calendar; no holiday is near. */
const stage = { since: at('2026-11-23T09:00'), dueAt: at('2026-11-25T15:00') }
const dueWith = (...pauses: Pause[]) => dueAfterPauses(stage, pauses, NOTICE_CALENDAR)

describe('a paused stage', () => {
  it.each([
    ['no pause', [], '2026-11-25T15:00'],
    ['two hours', [pause('2026-11-24T10:00', '2026-11-24T12:00')], '2026-11-25T17:00'],
    [
      'three hours and a half, over the night',
      [pause('2026-11-24T16:00', '2026-11-25T10:30')],
      '2026-11-26T09:30',
    ],
    ['a night only', [pause('2026-11-24T18:00', '2026-11-25T09:00')], '2026-11-25T15:00'],
    ['a day, of which a night is half', [pause('2026-11-24T12:00', '2026-11-25T12:00')], '2026-11-26T15:00'],
    ['three days, into the next week', [pause('2026-11-24T09:00', '2026-11-27T09:00')], '2026-11-30T15:00'],
    [
      'two pauses',
      [pause('2026-11-25T09:00', '2026-11-25T10:00'), pause('2026-11-23T10:00', '2026-11-23T11:00')],
      '2026-11-25T17:00',
    ],
    [
      'two that overlap, counted once',
      [pause('2026-11-24T10:00', '2026-11-24T12:00'), pause('2026-11-24T11:00', '2026-11-24T13:00')],
      '2026-11-25T18:00',
    ],
    [
      'one within another',
      [pause('2026-11-24T10:00', '2026-11-24T13:00'), pause('2026-11-24T11:00', '2026-11-24T12:00')],
      '2026-11-25T18:00',
    ],
    [
      'one that ends where the next begins',
      [pause('2026-11-24T10:00', '2026-11-24T11:00'), pause('2026-11-24T11:00', '2026-11-24T12:00')],
      '2026-11-25T17:00',
    ],
    ['one begun in the stage before', [pause('2026-11-20T09:00', '2026-11-23T10:00')], '2026-11-25T16:00'],
    ['one over before the stage began', [pause('2026-11-19T09:00', '2026-11-20T09:00')], '2026-11-25T15:00'],
    ['one that begins when it is due', [pause('2026-11-25T15:00', '2026-11-26T15:00')], '2026-11-25T15:00'],
    ['one a minute before it is due', [pause('2026-11-25T14:59', '2026-11-26T14:59')], '2026-11-26T15:00'],
    [
      'one past the first due time, but within the moved one',
      [pause('2026-11-25T10:00', '2026-11-25T12:00'), pause('2026-11-25T16:00', '2026-11-25T17:00')],
      '2026-11-25T18:00',
    ],
    ['one of no length', [pause('2026-11-24T10:00', '2026-11-24T10:00')], '2026-11-25T15:00'],
    ['one that ends before it begins', [pause('2026-11-24T12:00', '2026-11-24T10:00')], '2026-11-25T15:00'],
  ])('with %s', (_what, pauses, due) => {
    expect(dueWith(...pauses)).toEqual(at(due))
  })

  it('keeps a due time at closing when only rest was paused', () => {
    const friday = { since: at('2026-11-26T18:00'), dueAt: at('2026-11-27T18:00') }
    const night = pause('2026-11-26T20:00', '2026-11-27T08:00')
    expect(dueAfterPauses(friday, [night], NOTICE_CALENDAR)).toEqual(friday.dueAt)
  })

  it('takes what a pause over National Day and its make-up Saturday really cost', () => {
    const before = { since: at('2026-09-29T09:00'), dueAt: at('2026-10-08T15:00') }
    const over = pause('2026-09-30T09:00', '2026-10-10T12:00')
    expect(dueAfterPauses(before, [over], NOTICE_CALENDAR)).toEqual(at('2026-10-12T18:00'))
  })

  it('shows the same time left all the while it is paused', () => {
    const from = at('2026-11-24T10:00')
    for (const now of ['2026-11-24T10:00', '2026-11-24T23:59', '2026-11-26T11:11', '2026-12-05T12:00'].map(
      at,
    )) {
      const due = dueAt(dueWith({ from, to: now }), now, NOTICE_CALENDAR)
      expect(dueWords(due, NOTICE_CALENDAR)).toBe('还剩 1 个工作日')
    }
  })
})

it('leaves exactly the promised working time unpaused before the due time, whatever the pauses', () => {
  const minute = fc.integer({ min: 0, max: 30 * 24 * 60 })
  const start = at('2026-09-20T00:00').getTime()
  const momentOf = (minutes: number) => new Date(start + minutes * 60_000)
  fc.assert(
    fc.property(
      minute,
      fc.integer({ min: 1, max: 80 * 60 }),
      fc.array(fc.tuple(minute, minute), { maxLength: 6 }),
      (begun, promised, spans) => {
        const since = momentOf(begun)
        const pauses = spans.map(([a, b]) => ({
          from: momentOf(Math.min(a, b)),
          to: momentOf(Math.max(a, b)),
        }))
        const first = addWorkMinutes(since, promised, NOTICE_CALENDAR)
        const due = dueAfterPauses({ since, dueAt: first }, pauses, NOTICE_CALENDAR)
        expect(unpausedMinutes(since, due, pauses)).toBe(promised)
      },
    ),
    { numRuns: 500 },
  )
})

/** Cuts the time where any pause begins or ends, and counts the pieces that lie in none. */
function unpausedMinutes(since: Date, due: Date, pauses: Pause[]): number {
  const cuts = [since, due, ...pauses.flatMap(({ from, to }) => [from, to])]
    .filter((cut) => cut >= since && cut <= due)
    .sort((a, b) => a.getTime() - b.getTime())
  let minutes = 0
  for (const [index, to] of cuts.slice(1).entries()) {
    const from = cuts[index] ?? since
    if (pauses.some((pause) => pause.from <= from && to <= pause.to)) continue
    minutes += workMinutesBetween(from, to, NOTICE_CALENDAR)
  }
  return minutes
}
