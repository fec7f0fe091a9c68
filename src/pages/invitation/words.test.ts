import { tokenOf } from './token'
import { inviterWords, storedWords } from './words'

describe('inviterWords', () => {
  it.each([
    ['former-colleague', '前端平台部 · 你的前同事'],
    ['former-report', '前端平台部 · 你的前上级'],
    ['former-manager', '前端平台部 · 你的前下属'],
    ['other', '前端平台部'],
    [null, '前端平台部'],
  ] as const)('tells the candidate who %s is to them', (relation, words) => {
    expect(inviterWords('前端平台部', relation)).toBe(words)
  })
})

it('says who gave the number, when, and when it goes by itself', () => {
  const landing = {
    referrer: { name: '林晓' },
    phoneTail: '00',
    sentAt: '2026-11-22T02:00:00.000Z',
    expiresAt: '2026-12-22T02:00:00.000Z',
  }
  expect(storedWords(landing)).toBe(
    '林晓于 11 月 22 日填写了你的手机号（尾号 00）。若你不理会，30 天后（12 月 22 日）自动删除。',
  )
})

const whole = 'abcdefghijklmnopqrstuv'

it.each([
  [{ token: whole }, whole],
  [{ t: whole }, whole],
  [{ scene: whole }, whole],
  [{ q: `https%3A%2F%2Fbole.example%2Fi%2F${whole}` }, whole],
  [{ token: 'damaged' }, 'damaged'],
  [{ scene: 'damaged' }, 'damaged'],
  [{}, ''],
])('finds the token in %j', (params, token) => {
  expect(tokenOf(params)).toBe(token)
})
