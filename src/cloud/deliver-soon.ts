import { CALLS, type CallName } from '@/contract/calls'
import type { Service } from './context'
import { oneAtATime } from './one-at-a-time'
import { deliverMessagesDue } from './outbox'

/**
 * Sends what a call has written right after its commit, without letting its caller wait. The platform lets work go on
 * after an answer, and may also stop it: then the clock sends it within a minute. Texts are left to the clock for that
 * reason: one that is interrupted could not be sent again.
 */
export function deliverSoon(service: Service, now: () => Date): (call: string, ok: boolean) => void {
  const deliver = oneAtATime('deliver', () => deliverMessagesDue(service, now()))
  return (call, ok) => {
    if (ok && writes(call)) deliver()
  }
}

/** Every call that writes takes a request id. */
function writes(call: string): boolean {
  return Object.hasOwn(CALLS, call) && 'requestId' in CALLS[call as CallName].input.entries
}
