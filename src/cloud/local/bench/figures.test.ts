import { createFigures, median, percentile, round } from './figures'

function linesOf(use: (figures: ReturnType<typeof createFigures>) => void): unknown[] {
  const lines: string[] = []
  use(createFigures((line) => lines.push(line)))
  return lines.map((line): unknown => JSON.parse(line))
}

describe('figures', () => {
  it('are one JSON line each, with the aim in words where there is one', () => {
    expect(
      linesOf((figures) => {
        figures.add({ name: 'reads', value: 1234.56, unit: '1/s' })
        figures.add({
          name: 'ratio',
          value: 0.6123,
          unit: 'ratio',
          aim: { atLeast: 0.6 },
          about: { statements: 2 },
        })
        figures.leaveOut('pgbench', 'it is not here')
      }),
    ).toEqual([
      { name: 'reads', value: 1235, unit: '1/s' },
      { name: 'ratio', value: 0.612, unit: 'ratio', aim: '>= 0.6', met: true, statements: 2 },
      { name: 'pgbench', value: null, unit: null, leftOut: 'it is not here' },
    ])
  })

  it('end with the names of those that missed their aim', () => {
    const lines = linesOf((figures) => {
      figures.add({ name: 'too slow', value: 0.59, unit: 'ratio', aim: { atLeast: 0.6 } })
      figures.add({ name: 'just right', value: 300, unit: 'bytes', aim: { atMost: 300 } })
      figures.add({ name: 'too large', value: 301, unit: 'bytes', aim: { atMost: 300 } })
      figures.finish()
    })
    expect(lines.at(-1)).toEqual({
      name: 'aims missed',
      value: 2,
      unit: 'figures',
      missed: ['too slow', 'too large'],
    })
  })

  it.each([
    [[3, 1, 2], 2],
    [[4, 1, 2, 3], 2.5],
    [[7], 7],
  ])('the median of %j is %d', (values, expected) => expect(median(values)).toBe(expected))

  it.each([
    [95, 95],
    [95.5, 96],
    [100, 100],
    [0, 1],
  ])('%d percent of 1 to 100 are not above %d', (percent, expected) => {
    const values = Array.from({ length: 100 }, (_, index) => 100 - index)
    expect(percentile(values, percent)).toBe(expected)
  })

  it.each([
    [1234.56, 1235],
    [12.345, 12.3],
    [0.59999, 0.6],
    [0, 0],
  ])('%d is written as %d', (value, expected) => expect(round(value)).toBe(expected))
})
