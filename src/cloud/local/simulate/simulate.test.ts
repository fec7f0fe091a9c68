import { decide } from '@/domain/attribution/decide'
import { createFigures } from '../bench/figures'
import { readOptions } from './options'
import { randomCase } from './random-case'
import { simulateAttribution, type Rule } from './simulate-attribution'

function simulate(referrals: number, rule?: Rule) {
  const [lines, told]: [string[], string[]] = [[], []]
  let milliseconds = 0
  const mismatches = simulateAttribution({
    figures: createFigures((line) => lines.push(line)),
    referrals,
    seed: 1,
    tell: (line) => told.push(line),
    now: () => (milliseconds += 10),
    rule,
  })
  return {
    mismatches,
    told,
    figures: lines.map((line) => JSON.parse(line) as { name: string; value: number }),
  }
}

describe('20,000 generated referrals', () => {
  const { mismatches, told, figures } = simulate(20_000)

  it('are decided alike by the rule and by its naive twin', () => {
    expect(told.filter((line) => line.startsWith('seed'))).toEqual([])
    expect(mismatches).toBe(0)
    expect(figures[0]).toMatchObject({
      name: 'attribution mismatches',
      value: 0,
      met: true,
      referrals: 20_000,
    })
  })

  it('show their progress ten times', () => {
    expect(told).toHaveLength(10)
    expect(told[9]).toBe('attribution: 20000 of 20000 referrals, 0 mismatches')
  })

  it.each([
    'rule protected',
    'rule accepted-first',
    'rule applied-through',
    'rule first-touch',
    'nobody no-source',
    'nobody outside-window',
    'nobody self',
    'nobody own-job',
    'nobody left',
    'nobody intern',
    'nobody relative',
  ])('meet %s', (what) => {
    const count = figures.find(({ name }) => name === `attribution ${what}`)?.value
    expect(count).toBeGreaterThan(20)
  })
})

it.each<[string, Rule]>([
  ['forgets protection', (history, policy) => decide({ ...history, applications: [] }, policy)],
  ['lets relatives through', (history, policy) => decide({ ...history, relatives: [] }, policy)],
  ['lets interns through', (history, policy) => decide(history, { ...policy, internsMayRefer: true })],
  [
    'has a window of a day more',
    (history, policy) => decide(history, { ...policy, touchWindowDays: policy.touchWindowDays + 1 }),
  ],
  [
    'lets recruiters through',
    (history, policy) => decide({ ...history, job: { ...history.job, recruiterId: null } }, policy),
  ],
  [
    'drops the window’s first millisecond',
    (history, policy) => {
      const start = new Date(
        Date.parse(history.appliedAt) - policy.touchWindowDays * 86_400_000,
      ).toISOString()
      return decide({ ...history, touches: history.touches.filter(({ at }) => at !== start) }, policy)
    },
  ],
  ['keeps silent about others', (history, policy) => ({ ...decide(history, policy), others: [] })],
])('a rule that %s is caught, and the case can be made again', (_what, wrong) => {
  const { mismatches, told, figures } = simulate(2_000, wrong)
  expect(mismatches).toBeGreaterThan(0)
  expect(figures[0]).toMatchObject({ value: mismatches, met: false })
  const number = Number(/^seed 1, case (\d+): /.exec(told[0] ?? '')?.[1])
  const { history, policy } = randomCase(1, number)
  expect(wrong(history, policy)).not.toEqual(decide(history, policy))
})

it('makes the same case of the same seed and number, and another of another', () => {
  expect(randomCase(1, 7)).toEqual(randomCase(1, 7))
  expect(randomCase(1, 7)).not.toEqual(randomCase(2, 7))
  expect(randomCase(1, 7)).not.toEqual(randomCase(1, 8))
})

it.each([
  [[], { parts: ['attribution', 'silence'], referrals: null, days: 183, seed: 1 }],
  [
    ['attribution', '--referrals', '500', '--seed', '0'],
    { parts: ['attribution'], referrals: 500, days: 183, seed: 0 },
  ],
  [['silence', '--days', '30'], { parts: ['silence'], referrals: null, days: 30, seed: 1 }],
  [['weather'], null],
  [['--referrals', '0'], null],
  [['--referrals', 'many'], null],
  [['--days', '0'], null],
  [['--seed', '-1'], null],
  [['--speed', '1'], null],
])('reads %j as %j', (args, options) => {
  expect(readOptions(args)).toEqual(options)
})
