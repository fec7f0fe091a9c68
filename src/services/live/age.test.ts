import { makeAge } from './age'

const START = new Date('2026-11-23T10:00:00Z')
const MINUTE = 60_000

/** Seconds between the time of the device and what is said; null when nobody can tell. */
const secondsOf = (since: Date) =>
  Number.isNaN(since.getTime()) ? null : Math.round((Date.now() - since.getTime()) / 1000)

beforeEach(() => jest.useFakeTimers({ now: START }))
afterEach(() => jest.useRealTimers())

type Age = ReturnType<typeof makeAge>
const wait = (age: Age, ms: number, leap = 0) => {
  jest.setSystemTime(Date.now() + ms + leap)
  age.waited(ms)
}

describe('the age of what is shown', () => {
  it('adds up over the waits', () => {
    const age = makeAge()
    for (let n = 0; n < 24; n++) wait(age, 5_000)
    expect(secondsOf(age.since())).toBe(120)
  })

  it('begins again when something was answered', () => {
    const age = makeAge()
    wait(age, 5_000)
    age.renew()
    wait(age, 5_000)
    expect(secondsOf(age.since())).toBe(5)
  })

  it('counts timers that are late', () => {
    const age = makeAge()
    wait(age, 5_000, 10_000)
    expect(secondsOf(age.since())).toBe(15)
  })

  it.each([-10, -MINUTE, -24 * 60 * MINUTE])('loses nothing when the clock is set by %d ms', (leap) => {
    const age = makeAge()
    wait(age, 30_000)
    wait(age, 30_000, leap)
    expect(secondsOf(age.since())).toBeGreaterThanOrEqual(59)
    expect(secondsOf(age.since())).toBeLessThanOrEqual(60)
  })

  it('is not known after a leap that no timer explains, until something is answered', () => {
    const age = makeAge()
    wait(age, 5_000, 60 * MINUTE)
    expect(secondsOf(age.since())).toBeNull()
    wait(age, 5_000)
    expect(secondsOf(age.since())).toBeNull()
    age.renew()
    expect(secondsOf(age.since())).toBe(0)
  })

  it('counts a sleep during which the browser’s steady clock went on', () => {
    const age = makeAge()
    jest.advanceTimersByTime(60 * MINUTE)
    age.waited(5_000)
    expect(secondsOf(age.since())).toBe(3600)
  })

  it('counts in WeChat, which has no steady clock, by the timers alone', () => {
    const { performance } = globalThis
    Reflect.deleteProperty(globalThis, 'performance')
    try {
      const age = makeAge()
      wait(age, 30_000)
      wait(age, 30_000, -60 * MINUTE)
      expect(secondsOf(age.since())).toBe(60)
    } finally {
      globalThis.performance = performance
    }
  })

  it('counts the time during which nobody saw the screen', () => {
    const age = makeAge()
    age.hidden()
    jest.setSystemTime(Date.now() + 60 * MINUTE)
    age.waited(0)
    expect(secondsOf(age.since())).toBe(3600)
    wait(age, 5_000, 60 * MINUTE)
    expect(secondsOf(age.since())).toBeNull()
  })
})
