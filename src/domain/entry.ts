import { readReferralCode } from './referral-code'
import { isShareToken } from './share-token'

/** What a scan, a paste or a link leads to: a share's token, or a colleague's referral code. */
export type Entry = { token: string } | { code: string }

/** `https://host/i/<token>`, on its own or inside a message. */
const LINK = /https?:\/\/[^\s/?#]+(?:\/[^\s?#]*)?\/i\/([A-Za-z0-9_-]+)/
/** A page of ours with what it is opened with, as a 小程序码, a card or the web's address has it. */
const PAGE = /(?:^|\/)[\w-]+\/[\w-]+\/index(?:\.html)?\?([^\s#]+)/
/** Only what a page is opened with: `scene=…`. */
const PARAMS = /^\??((?:scene|token|t)=[^\s#]+)$/

/**
 * Reads any way into Bole: a web link, the path of a mini-program's page, its `scene` (URL-encoded once or twice), a
 * bare token, a referral code. Null when it is none of them or is damaged.
 */
export function readEntry(text: string): Entry | null {
  const readings = decodings(text.normalize('NFKC').trim())
  for (const reading of readings) {
    const token = tokenIn(reading)
    if (token) return { token }
  }
  const [typed = ''] = readings
  // An address that held no token is a damaged link, not a code.
  const code = /[/?&=%#@]/.test(typed) ? null : readReferralCode(typed)
  return code ? { code } : null
}

/**
 * The token a page was opened with. A card and a web link carry it as `token` (or short, `t`), a 小程序码 as its `scene`,
 * a scanned web link as `q`, the latter two URL-encoded. Null when none of them is whole.
 */
export function tokenFromParams(
  params: Readonly<Partial<Record<'token' | 't' | 'scene' | 'q', string>>>,
): string | null {
  for (const value of [params.token, params.t, params.scene]) {
    const token = decodings(value ?? '').find(isShareToken)
    if (token) return token
  }
  const entry = readEntry(params.q ?? '')
  return entry && 'token' in entry ? entry.token : null
}

function tokenIn(reading: string): string | null {
  if (isShareToken(reading)) return reading
  const link = LINK.exec(reading)?.[1]
  if (link && isShareToken(link)) return link
  const query = PAGE.exec(reading)?.[1] ?? PARAMS.exec(reading)?.[1]
  return query ? tokenFromParams(paramsOf(query)) : null
}

/** By hand, because WeChat's JavaScript has no URLSearchParams. */
function paramsOf(query: string): Record<string, string> {
  const pairs = query.split('&').map((pair): [string, string] => {
    const [name = '', ...value] = pair.split('=')
    return [name, value.join('=')]
  })
  return Object.fromEntries(pairs)
}

/** The text as it is, and URL-decoded once and twice, as far as that goes. */
function decodings(text: string): string[] {
  const readings = [text]
  for (let round = 0; round < 2; round++) {
    const last = readings[readings.length - 1] ?? ''
    try {
      const decoded = decodeURIComponent(last)
      if (decoded === last) break
      readings.push(decoded)
    } catch {
      break
    }
  }
  return readings
}
