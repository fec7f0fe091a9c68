import { ALPHABET } from './source-code'

/**
 * What is meant by a sign that no referral code contains. Of every set of look-alikes exactly one is used in codes, so
 * whoever takes it for another one of its set is still understood:
 * 0 O D Q → Q, 1 I L 7 → 7, 2 Z → 2, 5 S → 5, 8 B → 8, U V → U.
 */
const MEANT: Readonly<Record<string, string>> = {
  0: 'Q',
  O: 'Q',
  D: 'Q',
  1: '7',
  I: '7',
  L: '7',
  Z: '2',
  S: '5',
  B: '8',
  V: 'U',
}

const LENGTH = 8

/** The 26 signs of referral codes: 26^8 is 2 × 10^11, so a wrong guess meets nobody's code. */
export const REFERRAL_CODE_ALPHABET = [...ALPHABET].filter((sign) => !(sign in MEANT)).join('')

/** True for a code as it is stored: eight signs of the alphabet, nothing between them. */
export function isReferralCode(text: string): boolean {
  return text.length === LENGTH && [...text].every((sign) => REFERRAL_CODE_ALPHABET.includes(sign))
}

/**
 * Reads a code as somebody typed or pasted it: lower case, full width, spaces, dashes and Chinese words around it, and
 * look-alikes are understood. Null when there are not eight letters and digits.
 */
export function readReferralCode(typed: string): string | null {
  const signs = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
  if (signs.length !== LENGTH) return null
  const code = [...signs].map((sign) => MEANT[sign] ?? sign).join('')
  return isReferralCode(code) ? code : null
}

/** For reading aloud: `7K2Q-9M4X`. */
export function spaceReferralCode(code: string): string {
  return `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`
}

/**
 * A new code from random bytes, each sign equally likely: a byte beyond the last full round of the alphabet is passed
 * over. Give 32 bytes; that they do not suffice happens once in 10^20 and throws a RangeError.
 */
export function referralCodeFrom(bytes: Uint8Array): string {
  const size = REFERRAL_CODE_ALPHABET.length
  const signs = [...bytes]
    .filter((byte) => byte < 256 - (256 % size))
    .slice(0, LENGTH)
    .map((byte) => REFERRAL_CODE_ALPHABET.charAt(byte % size))
  if (signs.length < LENGTH) throw new RangeError('Too few random bytes for a referral code: give 32.')
  return signs.join('')
}
