import { randomBytes } from 'node:crypto'
import type { InferInput } from 'valibot'
import type { OutputOf, Reply } from '@/contract/call'
import type { CallName, CallOf } from '@/contract/calls'
import type { ErrorCode } from '@/contract/errors'
import type { Service } from '../../../context'
import { dispatch } from '../../../dispatch'
import type { Person } from './people'

/** Failures that mean that something is broken; every other one is an answer that people get. */
const BROKEN: readonly ErrorCode[] = ['bad-input', 'unauthenticated', 'forbidden', 'internal', 'unavailable']

export type Calls = {
  /** Makes a real call at a moment of the simulation; the answer, or null when it was refused. */
  ask<Name extends CallName>(
    who: Person,
    name: Name,
    input: InferInput<CallOf<Name>['input']>,
    now: Date,
  ): Promise<OutputOf<CallOf<Name>> | null>
  /** How many calls were made, and which came to no answer: `call code`. */
  made: number
  broken: string[]
}

export function createCalls(service: Service): Calls {
  const calls: Calls = {
    made: 0,
    broken: [],
    async ask(who, name, input, now) {
      const nobody = { openid: null, userAgent: null, upload: null }
      calls.made++
      const reply = (await dispatch(name, input, {
        ...service,
        ...nobody,
        now,
        loginKey: who.loginKey,
      })) as Reply<OutputOf<CallOf<typeof name>>>
      if (reply.ok) return reply.data
      if (BROKEN.includes(reply.code)) calls.broken.push(`${name} ${reply.code}`)
      return null
    },
  }
  return calls
}

export const newRequestId = () => `simulated-${randomBytes(8).toString('hex')}`
