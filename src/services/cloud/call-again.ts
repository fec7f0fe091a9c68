import type { Reply } from '@/contract/call'
import { visibility } from '../visibility'
import { call } from './call'
import type { Input, Output, WriteName } from './face'
import type { Failure } from './reply'
import { currentToken } from './token'

export type SendingPhase = 'sending' | 'waiting-for-network' | 'done'

export type Trying<Out> = {
  reply: Promise<Reply<Out>>
  /** Stops trying; `reply` then settles with the last failure. What is already on its way may still arrive. */
  cancel: () => void
}

export type Sending<Name extends WriteName> = Trying<Output<Name>>

const LONGEST_WAIT_MS = 16_000

/** A write that survives the cloud being away. The input's request id makes sure that it is done once. */
export function callAgain<Name extends WriteName>(
  name: Name,
  input: Input<Name>,
  onPhase?: (phase: SendingPhase) => void,
): Sending<Name> {
  return again(() => call(name, input), onPhase)
}

/**
 * Sends again and again (after 1, 2, 4 … s, and at once when the network or the person comes back) until there is an
 * answer. Only `unavailable` is none. Whatever is sent must carry the same request id each time. What one person wanted is
 * never sent in the name of the next one: it ends as `unauthenticated` when the session has become another meanwhile.
 */
export function again<Out>(
  send: () => Promise<Reply<Out>>,
  onPhase: (phase: SendingPhase) => void = () => undefined,
): Trying<Out> {
  const whose = currentToken()
  let cancelled = false
  let endWait = () => {}

  async function untilAnswered(): Promise<Reply<Out>> {
    for (let attempt = 0; ; attempt++) {
      if (whose !== null && currentToken() !== whose) return ANOTHER_PERSON
      onPhase('sending')
      const reply = await send()
      if (reply.ok || reply.code !== 'unavailable' || cancelled) return reply
      onPhase('waiting-for-network')
      await new Promise<void>((resolve) => (endWait = pause(waitMs(attempt, reply.retryAfter), resolve)))
      if (cancelled) return reply
    }
  }

  return {
    reply: untilAnswered().finally(() => onPhase('done')),
    cancel: () => {
      cancelled = true
      endWait()
    },
  }
}

const ANOTHER_PERSON: Failure = { ok: false, code: 'unauthenticated', message: 'The session has ended' }

const waitMs = (attempt: number, retryAfter = 0) =>
  Math.max(Math.min(1000 * 2 ** attempt, LONGEST_WAIT_MS), retryAfter * 1000)

/** Calls `done` once: after `ms`, when the person is back in front of a connected screen, or when ended by hand. */
function pause(ms: number, done: () => void): () => void {
  const end = () => {
    clearTimeout(timer)
    unwatch()
    done()
  }
  const timer = setTimeout(end, ms)
  const unwatch = visibility.watch(({ visible, online }) => visible && online && end())
  return end
}
