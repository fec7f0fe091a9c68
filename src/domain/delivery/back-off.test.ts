import { nextTryAt, TRIES } from './back-off'

const NOW = new Date('2026-11-23T10:00:00+08:00')

it.each([
  [1, 1],
  [2, 2],
  [3, 5],
  [4, 15],
  [5, 60],
  [6, 180],
  [7, 360],
])('after try %i the next is %i minutes later', (attempts, minutes) => {
  expect(nextTryAt(NOW, attempts)).toEqual(new Date(NOW.getTime() + minutes * 60_000))
})

it.each([TRIES, TRIES + 1])('after try %i there is none', (attempts) => {
  expect(nextTryAt(NOW, attempts)).toBeNull()
})

it('makes eight tries in all', () => {
  expect(TRIES).toBe(8)
})
