import { rowAt } from './face'

const ids = ['a', 'b', 'c']

describe('walking the list', () => {
  it.each([
    ['from nowhere to the first', null, 1, 'a'],
    ['from a row that has gone to the first', 'gone', -1, 'a'],
    ['down', 'a', 1, 'b'],
    ['up', 'c', -1, 'b'],
    ['not beyond the last', 'c', 1, 'c'],
    ['not above the first', 'a', -1, 'a'],
  ] as const)('goes %s', (_how, current, step, next) => {
    expect(rowAt({ ids, current }, step)).toBe(next)
  })

  it('goes nowhere in an empty list', () => {
    expect(rowAt({ ids: [], current: null }, 1)).toBeUndefined()
  })
})
