import type { Handed } from '../handed'

/** Tencent Cloud itself did not hear back in time: the text may be on its way. */
const UNCERTAIN = new Set(['InternalError.Timeout', 'InternalError.SendAndRecvFail'])
/** On the provider's own list: replied with an opt-out, or blocked by the carrier. */
const BLOCKED = 'FailedOperation.PhoneNumberInBlacklist'
/** Too much at once, a fault of theirs, or a clock that is wrong. Said of a call, no number was reached. */
const LATER =
  /^(LimitExceeded|RequestLimitExceeded|InternalError|ResourceUnavailable|ServiceUnavailable)(\.|$)/
const SKEWED_CLOCK = 'AuthFailure.SignatureExpire'

/**
 * What a code of Tencent Cloud means, of one number (`SendStatusSet[].Code`) or of the whole call. Everything that is not
 * known is `refused`: somebody has to look at it. An answer without a code may be anything.
 */
export function meaningOf(code: string | undefined): Handed {
  if (code === 'Ok') return { outcome: 'sent' }
  if (!code) return { outcome: 'unconfirmed', reason: 'no-code' }
  if (UNCERTAIN.has(code)) return { outcome: 'unconfirmed', reason: code }
  if (code === BLOCKED) return { outcome: 'closed', reason: code }
  return { outcome: LATER.test(code) || code === SKEWED_CLOCK ? 'later' : 'refused', reason: code }
}
