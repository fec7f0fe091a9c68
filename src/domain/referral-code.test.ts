import fc from 'fast-check'
import {
  isReferralCode,
  readReferralCode,
  REFERRAL_CODE_ALPHABET,
  referralCodeFrom,
  spaceReferralCode,
} from './referral-code'
import { ALPHABET } from './source-code'

/** Signs that people take for one another. */
const LOOK_ALIKES = ['0ODQ', '1IL7', '2Z', '5S', '8B', 'UV']

const codes = fc
  .array(fc.constantFrom(...REFERRAL_CODE_ALPHABET), { minLength: 8, maxLength: 8 })
  .map((signs) => signs.join(''))

describe('the alphabet of referral codes', () => {
  it('has 26 signs, each once, all of them readable', () => {
    expect(new Set(REFERRAL_CODE_ALPHABET).size).toBe(26)
    for (const sign of REFERRAL_CODE_ALPHABET) expect(ALPHABET).toContain(sign)
  })

  it.each([...'0O1IL'])('leaves out %s', (sign) => {
    expect(REFERRAL_CODE_ALPHABET).not.toContain(sign)
  })

  it.each(LOOK_ALIKES)('uses exactly one of the look-alikes %s, and reads all of them as that one', (set) => {
    const used = [...set].filter((sign) => REFERRAL_CODE_ALPHABET.includes(sign))
    expect(used).toHaveLength(1)
    for (const sign of set) expect(readReferralCode(sign.repeat(8))).toBe(used.join('').repeat(8))
  })
})

describe('readReferralCode', () => {
  it.each([
    ['as it is written', '7K2Q-9M4X'],
    ['as it is stored', '7K2Q9M4X'],
    ['lower case', '7k2q9m4x'],
    ['spaces', ' 7K2Q 9M 4X '],
    ['ideographic spaces', '7K2Q\u30009M4X'],
    ['a long dash', '7K2Q—9M4X'],
    ['full width', '７Ｋ２Ｑ－９Ｍ４Ｘ'],
    ['full-width lower case', '７ｋ２ｑ９ｍ４ｘ'],
    ['an O for Q', '7K2O9M4X'],
    ['a zero for Q', '7K209M4X'],
    ['an l for 7 and a z for 2', 'lKzQ-9M4X'],
    ['an i for 7', 'iK2Q9M4X'],
    ['invisible marks that WeChat copies along', '\u202d7K2Q9M4X\u202c'],
    ['Chinese words around it', '我的内推码：「7K2Q-9M4X」，填这个就行。'],
  ])('understands %s', (_what, typed) => {
    expect(readReferralCode(typed)).toBe('7K2Q9M4X')
  })

  it.each([
    ['nothing', ''],
    ['seven signs', '7K2Q9M4'],
    ['nine signs', '7K2Q9M4XX'],
    ['a letter of another alphabet', '7K2Q9M4Ж'],
    ['words', '林晓的内推码'],
    ['a phone number', '13800138000'],
    ['a very long text', '7K2Q9M4X'.repeat(1000)],
  ])('finds none in %s', (_what, typed) => {
    expect(readReferralCode(typed)).toBeNull()
  })

  it('reads every code back, also as it is spoken', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(isReferralCode(code)).toBe(true)
        expect(readReferralCode(spaceReferralCode(code).toLowerCase())).toBe(code)
      }),
    )
  })
})

describe('referralCodeFrom', () => {
  it('makes a code of any 32 bytes that suffice', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32, max: 233 }), (bytes) => {
        expect(isReferralCode(referralCodeFrom(bytes))).toBe(true)
      }),
    )
  })

  it('gives every sign the same number of bytes', () => {
    const counts = new Map<string, number>()
    for (let byte = 0; byte < 234; byte++) {
      const sign = referralCodeFrom(new Uint8Array(8).fill(byte)).charAt(0)
      counts.set(sign, (counts.get(sign) ?? 0) + 1)
    }
    expect([...counts.values()]).toEqual(Array(26).fill(9))
  })

  it('passes over the bytes that would favour some signs', () => {
    expect(referralCodeFrom(Uint8Array.from([234, 255, 0, 1, 2, 3, 4, 5, 250, 6, 7]))).toBe(
      REFERRAL_CODE_ALPHABET.slice(0, 8),
    )
    expect(() => referralCodeFrom(new Uint8Array(32).fill(255))).toThrow(RangeError)
  })
})
