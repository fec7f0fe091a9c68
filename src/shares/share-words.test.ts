import type { ShareCounts } from '@/contract/calls/share'
import { countLine, countRows } from './share-words'

const nobody: ShareCounts = { opened: null, accepted: null, applied: null, interviewed: null, hired: null }

it.each([
  [{}, '打开：少于 3 人，不细分'],
  [{ opened: 12 }, '打开 12'],
  [{ opened: 12, applied: 4 }, '打开 12 · 投递 4'],
  [
    { opened: 40, accepted: 20, applied: 9, interviewed: 5, hired: 3 },
    '打开 40 · 验证号码 20 · 投递 9 · 面试 5 · 入职 3',
  ],
])('tells %j in one line', (counts, line) => {
  expect(countLine({ ...nobody, ...counts })).toBe(line)
})

it('tells each step, and of too few people only that', () => {
  expect(countRows({ ...nobody, opened: 12 })).toEqual([
    { label: '打开', value: '12 人', few: false },
    ...['验证号码', '投递', '面试', '入职'].map((label) => ({
      label,
      value: '少于 3 人，不细分',
      few: true,
    })),
  ])
})

it('says it once when nothing may be told', () => {
  expect(countRows(nobody)).toEqual([{ label: '带来的人', value: '少于 3 人，不细分', few: true }])
})
