import { PAUSE_REASON_LIMIT } from '@/contract/calls/pace'
import type { Timeline } from '@/contract/calls/progress'
import { POLICY } from '@/domain/policy'
import { REASON_LIMIT } from './store'
import { mayAskForTime, PAUSE_CHOICES, pauseWords } from './words'

/** A Wednesday, 10:00 in Shanghai; due the next day at 15:00. */
const now = new Date('2026-11-25T02:00:00Z')
const timeline = {
  ...{ stage: 'review', dueAt: '2026-11-26T07:00:00.000Z', paused: null },
  calendar: { fromHour: 9, toHour: 18, off: [], on: [] },
} as unknown as Timeline

it.each([
  [2, '我们等你到 11 月 27 日，这段时间不计时，回音顺延到 11 月 30 日 周一 15:00 前。'],
  [5, '我们等你到 11 月 30 日，这段时间不计时，回音顺延到 12 月 1 日 周二 15:00 前。'],
])('tells what the clock does for %d days', (days, words) => {
  expect(pauseWords(timeline, days, now)).toBe(words)
})

it('promises no new date where the old one has passed', () => {
  expect(pauseWords({ ...timeline, dueAt: '2026-11-24T07:00:00.000Z' }, 5, now)).toBe(
    '我们等你到 11 月 30 日，这段时间不计时，之后尽快给你回音。',
  )
})

it.each([
  ['while somebody owes an answer', {}, true],
  ['also when that is late', { dueAt: '2026-11-24T07:00:00.000Z' }, true],
  ['after an earlier pause', { paused: { until: now.toISOString(), reason: null } }, true],
  ['not twice at once', { paused: { until: '2026-11-26T02:00:00.000Z', reason: null } }, false],
  ['not where nothing is due', { dueAt: null }, false],
  ['not after the end', { stage: 'rejected' }, false],
] as const)('may be asked for %s', (_when, change, may) => {
  expect(mayAskForTime({ ...timeline, ...change }, now)).toBe(may)
})

it('offers what the cloud takes', () => {
  expect(Math.max(...PAUSE_CHOICES.map(Number))).toBe(POLICY.pauseDays)
  expect(REASON_LIMIT).toBe(PAUSE_REASON_LIMIT)
})
