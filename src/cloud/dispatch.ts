import * as v from 'valibot'
import { CALLS, type CallName } from '@/contract/calls'
import { AppError } from '@/contract/errors'
import { refusal } from '@/contract/permissions'
import type { Call, Reply } from '@/contract/call'
import type { Caller } from './store/caller'
import { VISITOR } from './store/caller'
import { violatedUnique } from './store/database'
import { LostRace, type Permit } from './handler'
import { HANDLERS } from './calls'
import { log } from './log'
import type { Context } from './context'

const ATTEMPTS = 4

/**
 * Serves one call: parses the input, loads, asks the permission table, acts. Never throws: every failure becomes a
 * Reply, and one line in the log that names nobody.
 */
export async function dispatch(name: string, input: unknown, ctx: Context): Promise<Reply<unknown>> {
  const startedAt = performance.now()
  const trace: Trace = { caller: null }
  const reply = await answer(name, input, ctx, trace).catch((error: unknown) => toReply(error, name))
  log({
    call: Object.hasOwn(CALLS, name) ? name : 'unknown',
    code: reply.ok ? 'ok' : reply.code,
    ms: Math.round(performance.now() - startedAt),
    person: trace.caller?.id ?? null,
    request: requestIdOf(input),
  })
  return reply
}

type Trace = { caller: Caller | null }

async function answer(name: string, input: unknown, ctx: Context, trace: Trace): Promise<Reply<unknown>> {
  if (!isCallName(name)) throw new AppError('not-found', 'There is no such call')
  const parsed = parse(CALLS[name], input)
  const permit: Permit = (caller, relations) => {
    trace.caller = caller
    const refused = refusal(name, caller?.roles ?? VISITOR, relations)
    if (refused) throw new AppError(refused)
  }
  for (let attempt = 1; ; attempt++) {
    try {
      return { ok: true, data: await HANDLERS[name].run(parsed, ctx, permit) }
    } catch (error) {
      const lost = error instanceof LostRace || violatedUnique(error) !== null
      if (!lost) throw error
      if (attempt === ATTEMPTS) throw new AppError('unavailable', 'Lost every race', { retryAfter: 1 })
    }
  }
}

function parse(call: Call, input: unknown): unknown {
  // valibot takes a list for an object without fields; PostgreSQL takes no text with a NUL in it.
  if (Array.isArray(input) || JSON.stringify(input)?.includes('\\u0000'))
    throw new AppError('bad-input', 'Not acceptable')
  const result = v.safeParse(call.input, input)
  if (result.success) return result.output
  const [issue] = result.issues
  const field = v.getDotPath(issue) ?? undefined
  // The message of an issue quotes what was received, which may be a phone number: only the field is told.
  throw new AppError(
    'bad-input',
    field ? `Not acceptable: ${field}` : 'Not acceptable',
    field ? { field } : {},
  )
}

function isCallName(name: string): name is CallName {
  return Object.hasOwn(CALLS, name)
}

function toReply(error: unknown, name: string): Reply<never> {
  if (error instanceof AppError) {
    if (error.code === 'internal') log({ call: name, failure: error })
    return { ok: false, code: error.code, message: error.message, ...error.details }
  }
  log({ call: name, failure: error })
  return { ok: false, code: 'internal', message: 'internal' }
}

function requestIdOf(input: unknown): string | null {
  if (typeof input !== 'object' || input === null || !('requestId' in input)) return null
  return typeof input.requestId === 'string' && /^[A-Za-z0-9_-]{8,64}$/.test(input.requestId)
    ? input.requestId
    : null
}
