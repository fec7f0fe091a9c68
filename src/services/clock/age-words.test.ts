import { ageWords } from './age-words'

it.each([
  [0, '刚刚'],
  [-5, '刚刚'],
  [-6, '早些时候'],
  [1, '1 分钟前'],
  [59, '59 分钟前'],
  [60, '1 小时前'],
  [24 * 60, '1 天前'],
])('says %d minutes as %s', (minutes, words) => {
  const now = new Date('2026-11-23T02:00:00Z')
  expect(ageWords(new Date(now.getTime() - minutes * 60_000), now)).toBe(words)
})

it('makes up no age where there is none', () => {
  expect(ageWords(new Date(NaN), new Date('2026-11-23T02:00:00Z'))).toBe('早些时候')
})
