import { spreadAfter } from './spread'

const EIGHT = new Date('2026-11-24T08:00:00+08:00')
const idOf = (number: number) => `01936f00-0000-7000-8000-${String(number).padStart(12, '0')}`
const minutesOf = (id: string, minutes?: number) =>
  (spreadAfter(EIGHT, id, minutes).getTime() - EIGHT.getTime()) / 60_000

it('keeps every id within half an hour, at a moment of its own', () => {
  const all = Array.from({ length: 3_000 }, (_, number) => minutesOf(idOf(number)))
  expect(Math.min(...all)).toBeGreaterThanOrEqual(0)
  expect(Math.max(...all)).toBeLessThan(30)
  const perMinute = Array.from(
    { length: 30 },
    (_, minute) => all.filter((one) => Math.floor(one) === minute).length,
  )
  expect(Math.min(...perMinute)).toBeGreaterThan(60)
  expect(Math.max(...perMinute)).toBeLessThan(150)
})

it('gives one id the same moment each time', () => {
  expect(minutesOf(idOf(7))).toBe(minutesOf(idOf(7)))
})

it.each([1, 10])('keeps within %i minutes when there are no more', (minutes) => {
  const all = Array.from({ length: 500 }, (_, number) => minutesOf(idOf(number), minutes))
  expect(Math.max(...all)).toBeLessThan(minutes)
})
