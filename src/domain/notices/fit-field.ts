import { shanghaiDay, clockWords } from '../shanghai'
import { cutText, plainLine } from './cut-text'

/** What a field says when there is nothing to say in it: WeChat refuses an empty one (47003). */
export type Instead = { neutral: string; now: Date }

type Kind = { fit(text: string, instead: Instead): string; otherwise: string }

const HAN = /\p{Script=Han}/u
const HOURS = '(?:[01]?\\d|2[0-3]):[0-5]\\d'
const DATE = '(\\d{4})\\s*[年/-]\\s*(0?[1-9]|1[0-2])\\s*[月/-]\\s*(3[01]|[12]\\d|0?[1-9])\\s*日?'
const MOMENT = new RegExp(`${DATE}(?:\\s*(${HOURS}))?`)
const CLOCK = new RegExp(`^\\s*(${HOURS})\\s*$`)

/** By the first part of a field's name. Limits and alphabets are WeChat's; see `fitField`. */
const KINDS: Record<string, Kind> = {
  thing: { fit: (text) => cutText(plainLine(text), 20), otherwise: '有新的进展' },
  phrase: { fit: (text) => cutText(only(/\p{Script=Han}/u, text), 5, ''), otherwise: '进展提醒' },
  name: { fit: fitName, otherwise: '伯乐' },
  letter: { fit: (text) => cutText(only(/[A-Za-z]/, text), 32, ''), otherwise: 'Bole' },
  number: { fit: fitNumber, otherwise: '1' },
  amount: { fit: fitAmount, otherwise: '0元' },
  symbol: { fit: (text) => cutText(only(/[!-/:-@[-`{-~]/, text), 5, ''), otherwise: '-' },
  character_string: { fit: (text) => cutText(only(/[!-~]/, text), 32, ''), otherwise: '-' },
  time: {
    fit: (text, { now }) => CLOCK.exec(text)?.[1] ?? momentOf(text) ?? momentAt(now),
    otherwise: '',
  },
  date: { fit: (text, { now }) => momentOf(text) ?? momentAt(now), otherwise: '' },
  const: { fit: (text) => cutText(plainLine(text), 20, ''), otherwise: '-' },
  enum: { fit: (text) => cutText(plainLine(text), 20, ''), otherwise: '-' },
}

/**
 * A text as a field of a subscribe message takes it, never empty. What its kind may be is in its name, `thing3`: how long
 * it may be and of which characters. WeChat refuses the whole message (47003) for one field that breaks this.
 */
export function fitField(field: string, text: string, instead: Instead): string {
  const kind = KINDS[/^[a-z_]+/.exec(field)?.[0] ?? ''] ?? THING
  return kind.fit(text, instead) || kind.fit(instead.neutral, instead) || kind.otherwise
}

const THING: Kind = KINDS.thing ?? { fit: plainLine, otherwise: '-' }

/** Up to 20 Latin letters, or 10 characters as soon as one is Han; no digits. A cut name needs no mark. */
function fitName(text: string): string {
  const letters = only(/[\p{Script=Han}\p{Script=Latin}·•.'\- ]/u, text.normalize('NFC')).trim()
  if (!/\p{L}/u.test(letters)) return ''
  return cutText(letters, HAN.test(letters) ? 10 : 20, '')
}

function fitNumber(text: string): string {
  return cutText(/\d+(\.\d+)?/.exec(text)?.[0] ?? '', 32, '')
}

function fitAmount(text: string): string {
  const found = /([¥￥$]?)\s*(\d{1,10}(?:\.\d{1,2})?)/.exec(text)
  return found ? `${found[1] ?? ''}${found[2] ?? ''}元`.slice(0, 13) : ''
}

/** 「2026年11月26日 14:00」, the form WeChat's own examples have. */
function momentOf(text: string): string | null {
  const found = MOMENT.exec(text)
  if (!found) return null
  const [, year, month, day, clock] = found
  const date = `${year}年${Number(month)}月${Number(day)}日`
  return clock === undefined ? date : `${date} ${clock.padStart(5, '0')}`
}

function momentAt(at: Date): string {
  return momentOf(`${shanghaiDay(at).date} ${clockWords(at)}`) ?? ''
}

/** The characters of a text that are of this kind. */
function only(kind: RegExp, text: string): string {
  return [...text].filter((character) => kind.test(character)).join('')
}
