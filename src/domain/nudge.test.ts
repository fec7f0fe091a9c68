import { NOTICE_CALENDAR } from '@/testing/holiday-notices'
import { mayNudge, nextNudgeAt, nudgeEscalates, nudgeHint, type Nudgeable, type NudgeView } from './nudge'
import { POLICY } from './policy'
import { workMinutesBetween } from './work-time'

const at = (shanghai: string) => new Date(`${shanghai}:00+08:00`)

describe('three working days after a nudge', () => {
  it.each([
    ['Monday morning', '2026-11-23T10:00', '2026-11-26T10:00'],
    ['Wednesday, over the weekend', '2026-11-25T10:00', '2026-11-30T10:00'],
    ['the opening of a Wednesday', '2026-11-25T09:00', '2026-11-30T09:00'],
    ['Friday at closing', '2026-11-27T18:00', '2026-12-03T09:00'],
    ['a Saturday', '2026-11-28T12:00', '2026-12-03T09:00'],
    ['23:59', '2026-11-23T23:59', '2026-11-27T09:00'],
    ['before opening', '2026-11-23T07:30', '2026-11-26T09:00'],
    ['the day before National Day', '2026-09-30T15:00', '2026-10-10T15:00'],
    ['the days before Spring Festival, a make-up Saturday between', '2026-02-13T10:00', '2026-02-25T10:00'],
    ['the end of the year', '2025-12-31T10:00', '2026-01-06T10:00'],
  ])('from %s, %s, is %s', (_when, last, next) => {
    expect(nextNudgeAt(at(last), POLICY, NOTICE_CALENDAR)).toEqual(at(next))
    expect(workMinutesBetween(at(last), at(next), NOTICE_CALENDAR)).toBe(3 * 9 * 60)
  })
})

describe('the owner of a referral', () => {
  const due = at('2026-11-24T12:00')
  const late: Nudgeable = { ended: false, dueAt: due, pausedUntil: null, lastAt: null }
  const now = '2026-11-25T10:00'
  const ask = (about: Partial<Nudgeable>, when = now) =>
    mayNudge({ ...late, ...about }, at(when), POLICY, NOTICE_CALENDAR)

  it.each([
    ['the answer is late', {}, now],
    ['it is late by a minute', {}, '2026-11-24T12:01'],
    ['it is late on a Sunday', {}, '2026-11-29T20:00'],
    ['a pause is over', { pausedUntil: at('2026-11-25T10:00') }, now],
    ['the last nudge is three working days ago', { lastAt: at('2026-11-20T10:00') }, now],
  ])('may nudge when %s', (_when, about, when) => {
    expect(ask(about, when)).toEqual({ allowed: true })
  })

  it.each([
    ['it has ended', { ended: true, dueAt: null }, now, 'not-late', null],
    ['its stage has no due time', { dueAt: null }, now, 'not-late', null],
    ['there is time left', {}, '2026-11-24T11:59', 'not-late', '2026-11-24T12:00'],
    ['it is due this moment', {}, '2026-11-24T12:00', 'not-late', '2026-11-24T12:00'],
    ['the clock is paused', { pausedUntil: at('2026-11-27T10:00') }, now, 'not-late', '2026-11-27T10:00'],
    [
      'there is time left after a pause',
      { dueAt: at('2026-11-30T12:00'), pausedUntil: at('2026-11-25T09:00') },
      now,
      'not-late',
      '2026-11-30T12:00',
    ],
    [
      'they nudged a moment ago',
      { lastAt: at('2026-11-25T09:59') },
      now,
      'nudged-recently',
      '2026-11-30T09:59',
    ],
    [
      'three working days are over in a minute',
      { lastAt: at('2026-11-20T10:01') },
      now,
      'nudged-recently',
      '2026-11-25T10:01',
    ],
    [
      'it is not late, and they nudged about the stage before',
      { dueAt: at('2026-11-26T12:00'), lastAt: at('2026-11-24T15:00') },
      now,
      'not-late',
      '2026-11-27T15:00',
    ],
  ])('may not when %s', (_when, about, when, why, from) => {
    expect(ask(about, when)).toEqual({ allowed: false, why, from: from === null ? null : at(from) })
  })
})

it.each([
  [0, false],
  [1, true],
  [2, true],
  [9, true],
])('after %d nudges of a stage the next escalates: %s', (earlier, expected) => {
  expect(nudgeEscalates(earlier, POLICY)).toBe(expected)
})

it('escalates at the nudge the policy names', () => {
  const third = { ...POLICY, nudges: { everyWorkDays: 3, escalateAt: 3 } }
  expect([0, 1, 2].map((earlier) => nudgeEscalates(earlier, third))).toEqual([false, false, true])
})

describe('the line under the button', () => {
  const from = at('2026-11-30T09:00')
  const view: NudgeView = { allowed: false, from, count: 1, lastAt: at('2026-11-25T09:00') }
  it.each([
    ['nudged a short time ago', view, '已催过，11 月 30 日 09:00 后可再催'],
    ['nudged twice', { ...view, count: 2 }, '已催过，11 月 30 日 09:00 后可再催'],
    ['not late yet', { ...view, count: 0, lastAt: null }, '11 月 30 日 09:00 后还没有答复，就可以催一下'],
    ['nudged about the stage before', { ...view, count: 0 }, '11 月 30 日 09:00 后还没有答复，就可以催一下'],
    ['nothing to wait for', { ...view, from: null }, null],
    ['the first time', { allowed: true, from: null, count: 0, lastAt: null }, null],
    ['the second time', { ...view, allowed: true, from: null }, '这一次会同时告诉用人经理或另一位招聘同事'],
  ])('%s', (_when, told, words) => {
    expect(nudgeHint(told, POLICY)).toBe(words)
  })
})
