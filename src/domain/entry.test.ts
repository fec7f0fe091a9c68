import fc from 'fast-check'
import { readEntry, tokenFromParams } from './entry'

const TOKEN = 'Zk3_q9-TnV0aLxW7bR2mQc'
const encoded = TOKEN.replace(/_/g, '%5F').replace(/-/g, '%2D')
const twice = encodeURIComponent(encoded)

describe('readEntry', () => {
  it.each([
    ['a bare token', TOKEN],
    ['a bare token with spaces around it', `  ${TOKEN}\n`],
    ['a bare scene, encoded', encoded],
    ['a web link', `https://bole.example.com/i/${TOKEN}`],
    ['a web link with a port', `http://127.0.0.1:8787/i/${TOKEN}`],
    ['a web link below a folder', `https://example.com/bole/i/${TOKEN}`],
    ['a web link with a query', `https://bole.example.com/i/${TOKEN}?from=timeline`],
    ['a web link with a slash at its end', `https://bole.example.com/i/${TOKEN}/`],
    ['a link inside a message', `林晓邀请你看看：https://bole.example.com/i/${TOKEN}，点开就行。`],
    ['a page of the web build', `https://bole.example.com/#/pages/invitation/index?token=${TOKEN}`],
    ['the same with more parameters', `https://h.cn/#/pages/job/index?id=7&token=${TOKEN}&from=x`],
    ['a path of the mini-program', `pages/invitation/index?scene=${TOKEN}`],
    ['a path with a slash before it', `/pages/invitation/index?token=${TOKEN}`],
    ['a path as some phones give it', `pages/invitation/index.html?scene=${TOKEN}`],
    ['a page of a subpackage', `shares/poster/index?t=${TOKEN}`],
    ['a path with an encoded scene', `pages/invitation/index?scene=${encoded}`],
    ['a path with a scene encoded twice', `pages/invitation/index?scene=${twice}`],
    ['a whole path, encoded', encodeURIComponent(`pages/invitation/index?scene=${TOKEN}`)],
    [
      'a whole path, encoded, with an encoded scene',
      encodeURIComponent(`pages/invitation/index?scene=${encoded}`),
    ],
    ['a scene alone', `scene=${TOKEN}`],
    ['a scene alone, encoded', `scene%3D${encoded}`],
    ['a query alone', `?scene=${TOKEN}`],
  ])('finds the token in %s', (_what, text) => {
    expect(readEntry(text)).toEqual({ token: TOKEN })
  })

  it.each([
    ['a code', '7K2Q-9M4X'],
    ['a code in lower case with spaces', ' 7k2q 9m4x '],
    ['a code with look-alikes', '7KzO9M4X'],
    ['a code with words around it', '我的内推码：7K2Q9M4X'],
  ])('finds the code in %s', (_what, text) => {
    expect(readEntry(text)).toEqual({ code: '7K2Q9M4X' })
  })

  it.each([
    ['nothing', ''],
    ['blanks', ' \n'],
    ['words', '你好'],
    ['a token that lost its end', TOKEN.slice(0, 20)],
    ['a token with something added', `${TOKEN}x`],
    ['a link that lost its end', `https://bole.example.com/i/${TOKEN.slice(0, 20)}`],
    ['a link with something added', `https://bole.example.com/i/${TOKEN}x`],
    ['a link without a token', 'https://bole.example.com/i/'],
    ['the page of another site', `https://example.com/?token=${TOKEN}`],
    ['another site', 'https://example.com/7K2Q9M4X'],
    ['a path without parameters', 'pages/invitation/index'],
    ['a path with a damaged scene', `pages/invitation/index?scene=${TOKEN.slice(1)}`],
    ['an empty scene', 'scene='],
    ['percent signs that mean nothing', '%E0%A4%A'],
    ['a phone number', '13800138000'],
    ['a payment code', 'wxp://f2f0AbCdEf'],
    ['an e-mail address', 'a.bcd@efgh'],
  ])('is null for %s', (_what, text) => {
    expect(readEntry(text)).toBeNull()
  })

  it('never throws, and answers in its own form, whatever a code holds', () => {
    const pieces = fc.array(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('%', '%25', 'scene=', '/i/', 'pages/invitation/index?', TOKEN, '7K2Q9M4X'),
      ),
    )
    fc.assert(
      fc.property(pieces, (parts) => {
        const entry = readEntry(parts.join(''))
        if (entry && 'token' in entry) expect(entry.token).toHaveLength(22)
        if (entry && 'code' in entry) expect(entry.code).toHaveLength(8)
      }),
    )
  })
})

describe('tokenFromParams', () => {
  it.each([
    ['a card', { token: TOKEN }],
    ['a short link', { t: TOKEN }],
    ['a 小程序码', { scene: TOKEN }],
    ['a 小程序码, encoded', { scene: encoded }],
    ['a 小程序码, encoded twice', { scene: twice }],
    ['a scanned web link', { q: encodeURIComponent(`https://bole.example.com/i/${TOKEN}`) }],
    ['a damaged token beside a whole scene', { token: 'abc', scene: TOKEN }],
  ])('reads %s', (_what, params) => {
    expect(tokenFromParams(params)).toBe(TOKEN)
  })

  it.each([
    ['nothing', {}],
    ['empty values', { token: '', scene: '' }],
    ['the word undefined, as some phones write it', { scene: 'undefined' }],
    ['a damaged token', { token: TOKEN.slice(2) }],
    ['a scene that cannot be decoded', { scene: '%E0%A4%A' }],
    ['a referral code', { q: '7K2Q9M4X' }],
  ])('is null for %s', (_what, params) => {
    expect(tokenFromParams(params)).toBeNull()
  })
})
