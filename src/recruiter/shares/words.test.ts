import type { SuspiciousShare } from '@/contract/calls/share'
import { shareWords, whyListed } from './words'

const share: SuspiciousShare = {
  ...{ id: 's', channel: 'poster', name: '朋友圈', job: { id: 'j', title: '数据分析师', city: '上海' } },
  ...{ referrer: { name: '王磊', department: '数据部' }, lastAt: null },
  ...{ visitors: 120, applications: 8, endorsed: 1, reports: 0 },
}

it.each([
  [{}, '海报「朋友圈」 · 数据分析师'],
  [{ channel: 'code', name: null, job: null }, '内推码 · 所有在招职位'],
] as const)('calls a share with %j %s', (change, words) => {
  expect(shareWords({ ...share, ...change })).toBe(words)
})

it.each([
  [{}, ['120 人打开，8 份投递，只有 1 份有背书']],
  [{ endorsed: 0 }, ['120 人打开，8 份投递，没有一份有背书']],
  [{ reports: 2, visitors: 5 }, ['2 人举报是买来的']],
  [{ reports: 1 }, ['1 人举报是买来的', '120 人打开，8 份投递，只有 1 份有背书']],
  [{ visitors: 3 }, ['打开的人多，背书少']],
])('says why one with %j is listed', (change, reasons) => {
  expect(whyListed({ ...share, ...change })).toEqual(reasons)
})
