/** A phone number in E.164, e.g. `+8613800138000`. Only `parsePhone` makes one. */
export type Phone = string & { readonly __brand: 'Phone' }

const MAINLAND = /^1[3-9]\d{9}$/
const E164 = /^\+[1-9]\d{6,14}$/
/** A run that may be a number: digits with the separators people and address books put between them. */
const RUN = /(?:\+|00)?\d(?:[\s\-–—().·]*\d){5,16}/g

/**
 * Reads the first phone number in what somebody typed or pasted: spaces, dashes, brackets, full-width digits,
 * `+86` / `0086` / `86` in front and words around it are understood. Without a country code `dialCode` is meant.
 * Returns null when there is no number in it.
 */
export function parsePhone(text: string, dialCode = '86'): Phone | null {
  for (const run of halfWidth(text).match(RUN) ?? []) {
    const phone = toE164(run, dialCode)
    if (phone) return phone
  }
  return null
}

/** True for a string that is already E.164 and, for China, a mobile number. */
export function isPhone(text: string): text is Phone {
  if (text.startsWith('+86')) return MAINLAND.test(text.slice(3))
  return E164.test(text)
}

/** `138****8000`; a foreign number keeps its first digits and last four: `+1 41****2671`. */
export function maskPhone(phone: Phone): string {
  const local = phone.startsWith('+86') ? phone.slice(3) : phone
  return `${local.slice(0, 3)}****${local.slice(-4)}`
}

/** The last two digits: all that a visitor who has not proved the number may see. */
export function lastTwo(phone: Phone): string {
  return phone.slice(-2)
}

/** Groups what is being typed for reading: `138 0013 8000`. Anything but mainland digits is left alone. */
export function spacePhone(typed: string): string {
  const digits = typed.replace(/\s/g, '')
  if (!/^1\d{0,10}$/.test(digits)) return typed
  return [digits.slice(0, 3), digits.slice(3, 7), digits.slice(7)].filter(Boolean).join(' ')
}

function toE164(run: string, dialCode: string): Phone | null {
  const digits = run.replace(/\D/g, '')
  const international = run.startsWith('+') ? digits : run.startsWith('00') ? digits.slice(2) : null
  if (international !== null) return accept(`+${international}`)
  if (dialCode === '86' && digits.length === 13 && digits.startsWith('86')) return accept(`+${digits}`)
  return accept(`+${dialCode}${digits.replace(/^0+/, '')}`)
}

function accept(candidate: string): Phone | null {
  return isPhone(candidate) ? candidate : null
}

function halfWidth(text: string): string {
  return text
    .replace(/[\uFF10-\uFF19]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/\uFF0B/g, '+')
    .replace(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, '')
}
