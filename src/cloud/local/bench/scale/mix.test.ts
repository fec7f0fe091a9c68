import { createRandom } from '../../demo/random'
import { createMix, shuffledCalls } from './mix'
import { SMALL } from './sizes'

it('asks each thing as often as on a day', () => {
  const calls = shuffledCalls(100, createRandom(1))
  const often = (name: string) => calls.filter((call) => call === name).length
  expect([often('share.open'), often('invitation.send'), often('progress.list')]).toEqual([60, 20, 20])
})

it('asks for what is there, by people who are there, and never the same twice where it would count once', () => {
  const mix = createMix(SMALL, createRandom(1))
  const opened = Array.from({ length: 200 }, () => mix('share.open'))
  expect(new Set(opened.map(({ input }) => JSON.stringify(input))).size).toBe(200)
  expect(opened.filter(({ person }) => person !== null).length).toBeGreaterThan(20)
  for (const { person } of opened) expect(person ?? 1).toBeLessThanOrEqual(SMALL.readers)
  expect(mix('invitation.send').person).toBe(SMALL.readers + 1)
})
