import { isPaused, mayPause, pauseUntil } from './pause'

const at = (shanghai: string) => new Date(`${shanghai}+08:00`)
const now = at('2026-11-25T10:00:00.000')
const active = { ended: false, dueAt: at('2026-11-26T10:00:00.000'), pausedUntil: null }

it.each([
  ['an answer is due', {}, true],
  ['the answer is late', { dueAt: at('2026-11-20T10:00:00.000') }, true],
  ['it was paused before', { pausedUntil: at('2026-11-25T10:00:00.000') }, true],
  ['it is paused', { pausedUntil: at('2026-11-25T10:00:00.001') }, false],
  ['nobody owes an answer', { dueAt: null }, false],
  ['it has ended', { ended: true, dueAt: null }, false],
])('when %s a candidate may ask for time: %#', (_when, about, allowed) => {
  expect(mayPause({ ...active, ...about }, now)).toBe(allowed)
})

it.each([
  [null, false],
  [at('2026-11-25T09:59:59.999'), false],
  [at('2026-11-25T10:00:00.000'), false],
  [at('2026-11-25T10:00:00.001'), true],
])('paused until %p, the clock stands still: %s', (until, expected) => {
  expect(isPaused(until, now)).toBe(expected)
})

it.each([
  [1, '2026-11-26T10:00:00.000'],
  [14, '2026-12-09T10:00:00.000'],
])('%d days are over at the same hour', (days, until) => {
  expect(pauseUntil(now, days)).toEqual(at(until))
})
