import { makeRequestIds } from './request-ids'

it('keeps its id while the same is sent again, and takes another for other words and after it was done', () => {
  const ids = makeRequestIds()
  const first = ids.of({ words: 'a' })
  expect(ids.of({ words: 'a' })).toBe(first)
  const second = ids.of({ words: 'b' })
  expect(second).not.toBe(first)
  ids.done()
  expect(ids.of({ words: 'b' })).not.toBe(second)
})
