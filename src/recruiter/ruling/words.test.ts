import { choicesFor, deedWords, ruledWords } from './words'

const lin = { name: '林晓' }
const colleague = { id: 'w', name: '王磊', department: '数据部', employeeNumber: 'E1024' }

it.each([
  ['somebody’s, contested', lin, true, ['维持', '改为…', '无人归属']],
  ['somebody’s', lin, false, ['改为…', '无人归属']],
  ['nobody’s, contested', null, true, ['维持', '改为…']],
  ['nobody’s', null, false, ['改为…']],
])('offers for a referral that is %s what can be decided', (_what, owner, contested, labels) => {
  expect(choicesFor(owner, contested).map(({ label }) => label)).toEqual(labels)
})

it.each([
  ['keep', null, lin, '维持归林晓所有'],
  ['keep', null, null, '维持无人归属'],
  ['nobody', null, lin, '改为无人归属'],
  ['employee', colleague, lin, '改归王磊所有'],
  ['employee', colleague, null, '归王磊所有'],
  ['employee', null, lin, '裁定'],
  [null, null, lin, '裁定'],
] as const)('says on the button of %s with %j what will happen to %j', (choice, named, owner, words) => {
  expect(deedWords({ choice, colleague: named, reason: '' }, owner)).toBe(words)
})

it('says what was decided', () => {
  expect([ruledWords(lin), ruledWords(null)]).toEqual(['已裁定：归林晓所有', '已裁定：无人归属'])
})
