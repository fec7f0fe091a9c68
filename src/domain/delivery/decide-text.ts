import type { Policy } from '../policy'
import { CODE_MINUTES, textTime } from '../texting'
import { spreadAfter } from './spread'

export type DueText = {
  id: string
  kind: 'login-code' | 'invitation'
  createdAt: Date
  /** A provider was given it and nobody noted what became of it. */
  handedAt: Date | null
  /** The road carries this kind. */
  carried: boolean
  /** It can still be opened. Words and number go when an invitation is answered or erased. */
  whole: boolean
  /** Of an invitation: it waits for an answer. */
  live: boolean
  optedOut: boolean
  /** Why the try before came to nothing. */
  reason: string | null
}

export type TextDecision =
  | { kind: 'drop'; reason: 'pointless' | 'opted-out' | 'no-provider' }
  | { kind: 'dead'; reason: string }
  | { kind: 'wait'; until: Date }
  | { kind: 'send' }

/**
 * What becomes of a text whose time has come. How many a number may get is decided where it is counted, see
 * `store/delivery/hand-over`. One that may have arrived is never sent again by itself. product.md, "How an invitation travels".
 */
export function decideText(text: DueText, now: Date, policy: Policy): TextDecision {
  if (text.handedAt) return { kind: 'dead', reason: 'unconfirmed' }
  if (!text.whole || !isLive(text, now)) return tooLate(text)
  if (!text.carried) return { kind: 'drop', reason: 'no-provider' }
  if (text.kind === 'login-code') return { kind: 'send' }
  if (text.optedOut) return { kind: 'drop', reason: 'opted-out' }
  const at = textTime(now, policy)
  return at > now ? { kind: 'wait', until: spreadAfter(at, text.id) } : { kind: 'send' }
}

function isLive({ kind, createdAt, live }: DueText, now: Date): boolean {
  if (kind === 'invitation') return live
  return now.getTime() < createdAt.getTime() + CODE_MINUTES * 60_000
}

/** A code that no provider took in time is a failure that somebody has to hear of; an answered invitation is none. */
function tooLate({ kind, reason }: DueText): TextDecision {
  if (kind === 'login-code' && reason !== null) return { kind: 'dead', reason }
  return { kind: 'drop', reason: 'pointless' }
}
