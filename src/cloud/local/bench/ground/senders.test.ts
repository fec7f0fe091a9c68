import { POLICY } from '@/domain/policy'
import { createSenders } from './senders'

describe('senders', () => {
  it('type as many numbers as the day allows, then the next one does; no two clients share one', () => {
    const senders = createSenders(7, 3)
    const [one, other] = [senders(), senders()]
    const typed = Array.from({ length: POLICY.numbersADay + 1 }, () => one())
    expect(new Set(typed.slice(0, -1))).toEqual(new Set([7]))
    expect(typed.at(-1)).toBe(8)
    expect(other()).toBe(9)
  })

  it('say so when there are no more of them', () => {
    const next = createSenders(1, 0)()
    expect(next).toThrow('More senders')
  })
})
