import { everyMs } from './rhythm'

const MINUTE = 60_000

it.each([
  ['just now', 0, 2],
  ['a minute ago', MINUTE, 2],
  ['almost ten minutes ago', 10 * MINUTE - 1, 2],
  ['ten minutes ago', 10 * MINUTE, 5],
  ['twelve minutes ago', 12 * MINUTE, 10],
  ['a quarter of an hour ago', 15 * MINUTE, 30],
  ['yesterday', 24 * 60 * MINUTE, 30],
])('when something happened last %s, the cloud is asked every so many seconds', (_when, idleMs, seconds) => {
  expect(everyMs(idleMs)).toBe(seconds * 1000)
})
