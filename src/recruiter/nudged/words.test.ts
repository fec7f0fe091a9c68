import { nudgedWords, nudgeMark } from './words'

const first = { at: '2026-11-25T01:00:00.000Z', by: '王磊', escalated: false }

it.each([
  [0, undefined],
  [1, '催'],
  [2, '被催 2 次'],
])('marks %d nudges in the list with %s', (nudges, mark) => {
  expect(nudgeMark(nudges)).toBe(mark)
})

it.each([
  ['nothing', [], null],
  ['one', [first], '王磊在 11-25 09:00 催了一次'],
  ['one of somebody who has left', [{ ...first, by: null }], '推荐人在 11-25 09:00 催了一次'],
  [
    'one that went to somebody else too',
    [first, { at: '2026-11-30T01:30:00.000Z', by: '王磊', escalated: true }],
    '王磊催了 2 次，最近一次 11-30 09:30，已同时请用人经理或另一位招聘同事推动',
  ],
])('tells in the case of %s', (_what, nudges, words) => {
  expect(nudgedWords(nudges)).toBe(words)
})
