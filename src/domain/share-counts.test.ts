import { showTally, type ShareTally } from './share-counts'

const STEPS = ['opened', 'accepted', 'applied', 'interviewed', 'hired'] as const
const tally = (numbers: readonly number[]) =>
  Object.fromEntries(STEPS.map((step, index) => [step, numbers[index] ?? 0])) as ShareTally

it.each([
  ['nobody came', [0, 0, 0, 0, 0], [null, null, null, null, null]],
  ['two came', [2, 0, 0, 0, 0], [null, null, null, null, null]],
  ['three came', [3, 2, 2, 1, 0], [3, null, null, null, null]],
  ['enough everywhere', [40, 12, 5, 3, 3], [40, 12, 5, 3, 3]],
  ['two of many were hired', [400, 90, 30, 9, 2], [400, 90, 30, 9, null]],
  ['more applied than were seen to open it', [2, 5, 5, 4, 3], [null, null, null, null, null]],
])('when %s, %j is shown as %j', (_what, numbers, shown) => {
  expect(Object.values(showTally(tally(numbers)))).toEqual(shown)
})
