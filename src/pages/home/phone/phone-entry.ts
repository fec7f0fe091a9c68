import { parsePhone, spacePhone, type Phone } from '@/domain/phone'
import { codeAtStart } from './dial-codes'

/** A number on its way: the country code in front of the field, and the text in it. */
export type PhoneEntry = { dialCode: string; typed: string }

export const EMPTY_ENTRY: PhoneEntry = { dialCode: '86', typed: '' }

const SEPARATED_DIGITS = /^[\d\s\-–—().·]*$/
const WITH_CODE = /^\s*(?:\+|\uFF0B|00)([\d\s-]*)$/
const MAINLAND_BEGUN = /^1\d{0,10}$/

/** The number in the field as it would be sent, or null while it is none. */
export function phoneOf(entry: PhoneEntry): Phone | null {
  return parsePhone(entry.typed, entry.dialCode)
}

/**
 * What the field shows after somebody typed or pasted `text` over `before`: `+65…` moves into the prefix, words around
 * a number fall away, mainland digits are grouped. What cannot be read stays as it was typed.
 */
export function typePhone(before: PhoneEntry, text: string): PhoneEntry {
  const digits = WITH_CODE.exec(text)?.[1]?.replace(/\D/g, '')
  const dialCode = digits && codeAtStart(digits)
  if (dialCode) return typePhone({ dialCode, typed: '' }, digits.slice(dialCode.length))
  if (!SEPARATED_DIGITS.test(text)) return readPhone(before, text) ?? { ...before, typed: text }
  if (before.dialCode !== '86') return { ...before, typed: text }
  return typeMainland(before, text)
}

/** The number somewhere in a pasted text, or null when there is none. */
export function readPhone(before: PhoneEntry, text: string): PhoneEntry | null {
  const phone = parsePhone(text, before.dialCode)
  if (!phone) return null
  const dialCode = codeAtStart(phone.slice(1))
  if (!dialCode) return { ...before, typed: phone }
  const local = phone.slice(1 + dialCode.length)
  return { dialCode, typed: dialCode === '86' ? spacePhone(local) : local }
}

function typeMainland(before: PhoneEntry, text: string): PhoneEntry {
  const digits = text.replace(/\D/g, '')
  if (!MAINLAND_BEGUN.test(digits)) return readPhone(before, text) ?? { ...before, typed: text }
  return { ...before, typed: isEditInside(before.typed, text) ? text : spacePhone(digits) }
}

/** One character changed before the end: grouping now would throw the caret behind the last digit. */
function isEditInside(before: string, after: string): boolean {
  const [shorter, longer] = before.length < after.length ? [before, after] : [after, before]
  return longer.length - shorter.length === 1 && !longer.startsWith(shorter)
}
