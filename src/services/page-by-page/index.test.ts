import { inPages, pageByPage, ROWS_A_PAGE, type Pages } from '.'

const rows = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: from + index }))

async function steps(before: Pages<object>, after: Pages<object>, current: () => boolean = () => true) {
  const shown: Pages<object>[] = []
  await pageByPage(before, after, (pages) => shown.push(pages), current)
  return shown
}

it('cuts a list into pages', () => {
  const pages = inPages(rows(0, ROWS_A_PAGE * 2 + 1))
  expect(pages.map((page) => page.length)).toEqual([ROWS_A_PAGE, ROWS_A_PAGE, 1])
  expect(inPages([])).toEqual([])
})

it.each([
  ['as many as weigh as much as a page', [10, 10, 10], [2, 1]],
  ['a heavy one alone, with light ones around it', [1, 1, 30, 1], [2, 1, 1]],
  ['what does not fit on the next', [19.5, 1, 1], [1, 2]],
])('puts on a page %s', (_what, weights, lengths) => {
  expect(inPages(weights, (weight) => weight).map((page) => page.length)).toEqual(lengths)
})

describe('going from one list to another', () => {
  it('changes one page at a time and leaves the others alone', async () => {
    const before = inPages(rows(0, 60))
    const after = inPages([...rows(100, 1), ...rows(0, 60)])
    const shown = await steps(before, after)
    expect(shown.at(-1)).toEqual(after)
    let last: Pages<object> = before
    for (const pages of shown) {
      const changed = pages.filter((page, at) => page !== last[at])
      expect(changed).toHaveLength(1)
      last = pages
    }
  })

  it('does nothing for a list that is the same', async () => {
    expect(await steps(inPages(rows(0, 60)), inPages(rows(0, 60)))).toEqual([])
  })

  it('touches only the page where something changed', async () => {
    const before = inPages(rows(0, 60))
    const after = inPages(rows(0, 60).map((row) => (row.id === 30 ? { id: 999 } : row)))
    const [only, ...others] = await steps(before, after)
    expect(others).toEqual([])
    expect(only?.map((page, at) => page === before[at])).toEqual([true, false, true])
  })

  it('empties what is left over instead of taking it away', async () => {
    const shown = await steps(inPages(rows(0, 40)), inPages(rows(0, 5)))
    expect(shown.at(-1)?.map((page) => page.length)).toEqual([5, 0])
  })

  it('stops when another answer has come meanwhile', async () => {
    const shown = await steps(inPages(rows(0, 60)), inPages(rows(100, 60)), () => false)
    expect(shown).toHaveLength(1)
  })
})
