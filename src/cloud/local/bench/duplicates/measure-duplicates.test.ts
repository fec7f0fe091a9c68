import { inTurn, spread } from './measure-duplicates'

it('asks about every kind of number first, second and third as often', () => {
  expect([0, 1, 2, 3].map((turn) => inTurn(['a', 'b', 'c'], turn).join(''))).toEqual([
    'abc',
    'bca',
    'cab',
    'abc',
  ])
})

it.each([
  [[2, 2, 2], 0],
  [[2, 2.1, 2.05], 5],
  [[3, 1], 200],
])('the spread of %j is %d percent', (values, expected) => expect(spread(values)).toBeCloseTo(expected))
