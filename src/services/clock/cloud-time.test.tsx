import { act, render, screen } from '@testing-library/react'
import { cloudNow, learnTime, useCloudNow } from '.'

const HOUR_MS = 3_600_000
/** What the device says. */
const here = new Date('2026-11-23T02:00:00Z').getTime()
const told = (ms: number) => ({ now: new Date(here + ms).toISOString() })
const ahead = () => cloudNow().getTime() - here

beforeEach(() => {
  jest.useFakeTimers({ now: here })
  learnTime(told(0), here)
})
afterEach(() => jest.useRealTimers())

describe('the time in the cloud', () => {
  it.each([
    ['an hour behind', HOUR_MS],
    ['an hour ahead', -HOUR_MS],
    ['a day behind', 24 * HOUR_MS],
  ])('is right on a device whose clock is %s', (_how, ms) => {
    learnTime(told(ms), here)
    expect(ahead()).toBe(ms)
  })

  it('is taken to have been told half way between question and answer', () => {
    learnTime(told(HOUR_MS), here - 4000, here)
    expect(ahead()).toBe(HOUR_MS + 2000)
  })

  it.each([
    ['a moment told within a slow round trip', told(-9000), 10_000],
    ['clocks a second apart', told(1000), 0],
    ['an answer without a time', { items: [] }, 0],
    ['a time that is none', { now: 'soon' }, 0],
    ['no answer', null, 0],
  ])('is not moved by %s', (_what, answer, took) => {
    learnTime(answer, here - took, here)
    expect(ahead()).toBe(0)
  })

  it('is corrected once somebody has set the clock right', () => {
    learnTime(told(HOUR_MS), here)
    learnTime(told(0), here)
    expect(ahead()).toBe(0)
  })

  it('reaches the words on screen as soon as it is known', () => {
    const Words = () => <>{useCloudNow().toISOString()}</>
    render(<Words />)
    expect(screen.getByText('2026-11-23T02:00:00.000Z')).toBeInTheDocument()
    act(() => learnTime(told(HOUR_MS), here))
    expect(screen.getByText('2026-11-23T03:00:00.000Z')).toBeInTheDocument()
    act(() => void jest.advanceTimersByTime(60_000))
    expect(screen.getByText('2026-11-23T03:01:00.000Z')).toBeInTheDocument()
  })
})
