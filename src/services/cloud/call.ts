import type { CallName } from '@/contract/calls'
import type { Answer, Input, Upload } from './face'
import { learnTime } from '../clock'
import { away, readReply } from './reply'
import { currentToken, refuseToken } from './token'
import { transport } from './transport'

const PATIENCE_MS = 10_000

/**
 * Asks the cloud. Never rejects: whatever goes wrong on the way is the code `unavailable`.
 *
 *     const reply = await call('job.get', { id })
 *     if (!reply.ok) return show(wordsFor(reply.code, reply))
 */
export async function call<Name extends CallName>(name: Name, input: Input<Name>): Promise<Answer<Name>> {
  const askedAt = Date.now()
  const reply = await settle<Name>(() => within(PATIENCE_MS, transport.send(name, input)))
  if (reply.ok) learnTime(reply.data, askedAt)
  return reply
}

/** Hands in a file; the road has its own patience, since 10 MB take a while. */
export async function upload(file: Upload): Promise<Answer<'file.upload'>> {
  return settle<'file.upload'>(() => transport.upload(file))
}

let awayCount = 0

/** How often the cloud has been away, so that one call can tell that another one failed. */
export const timesAway = (): number => awayCount

async function settle<Name extends CallName>(send: () => Promise<unknown>): Promise<Answer<Name>> {
  const reply = await attempt<Name>(send)
  if (!reply.ok && reply.code === 'unavailable') awayCount++
  return reply
}

async function attempt<Name extends CallName>(send: () => Promise<unknown>): Promise<Answer<Name>> {
  const token = currentToken()
  try {
    const reply = readReply(await send())
    if (!reply.ok && reply.code === 'unauthenticated') refuseToken(token)
    // The contract is the cloud's word: it parses every output before sending, so the client need not carry schemas.
    return reply as Answer<Name>
  } catch (error) {
    return away(error instanceof Error ? error.message : 'The network failed')
  }
}

function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`No answer within ${ms} ms`)), ms)
    promise.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
