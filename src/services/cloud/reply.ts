import type { Reply } from '@/contract/call'
import { ERROR_CODES, type ErrorCode } from '@/contract/errors'

export type Failure = Extract<Reply<never>, { ok: false }>

export const away = (message: string): Failure => ({ ok: false, code: 'unavailable', message })

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
const isCode = (value: unknown): value is ErrorCode => (ERROR_CODES as readonly unknown[]).includes(value)
const numberOr = (value: unknown) => (typeof value === 'number' ? value : undefined)

/**
 * Reads what a road handed back. Something that is no reply at all comes from a proxy or a server just starting:
 * the cloud is away. A code this client does not know is from a newer cloud: a failure of ours.
 */
export function readReply(answer: unknown): Reply<unknown> {
  if (!isObject(answer)) return away('The answer was no reply')
  if (answer.ok === true && 'data' in answer) return { ok: true, data: answer.data }
  if (answer.ok !== false) return away('The answer was no reply')
  return {
    ok: false,
    code: isCode(answer.code) ? answer.code : 'internal',
    message: String(answer.message ?? answer.code),
    retryAfter: numberOr(answer.retryAfter),
    triesLeft: numberOr(answer.triesLeft),
    field: typeof answer.field === 'string' ? answer.field : undefined,
  }
}
