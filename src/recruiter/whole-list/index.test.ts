import { createStore } from 'zustand'
import { isMore, wholeList, type WholeListState } from '.'

type Row = { id: number }
type Answer = Awaited<ReturnType<Parameters<typeof wholeList<Row>>[0]>>

const rows = (count: number, from = 0) => Array.from({ length: count }, (_, index) => ({ id: from + index }))
const away = { ok: false as const, code: 'unavailable' as const, message: '' }

function listOf(...answers: Answer[]) {
  const store = createStore<WholeListState<Row>>()(wholeList(() => Promise.resolve(answers.shift() ?? away)))
  const shown = () => {
    const { phase } = store.getState()
    return phase.name === 'ready' ? phase.pages.map((page) => page.length) : phase.name
  }
  return { ...store.getState(), shown, store }
}
const all = (found: Row[]) => ({ ok: true as const, rows: found })

it('shows the first page, and the others one by one', async () => {
  const { load, more, shown, store } = listOf(all(rows(45)))
  await load()
  expect(shown()).toEqual([20])
  more()
  more()
  expect(shown()).toEqual([20, 20, 5])
  expect(isMore(store.getState().phase)).toBe(false)
})

it('keeps as many pages as there were when it is loaded again', async () => {
  const { load, more, shown } = listOf(all(rows(45)), all(rows(45, 1)))
  await load()
  more()
  await load()
  expect(shown()).toEqual([20, 20])
})

it('knows an empty list from one that is loading', async () => {
  const { load, shown } = listOf(all([]))
  expect(shown()).toBe('loading')
  await load()
  expect(shown()).toEqual([])
})

it('keeps what is shown while the cloud is away, and says so when there is nothing to keep', async () => {
  const { load, shown } = listOf(away, all(rows(3)), away)
  await load()
  expect(shown()).toBe('failed')
  await load()
  await load()
  expect(shown()).toEqual([3])
})
