import type { Context } from 'hono'
import type { Reply } from '@/contract/call'
import { ERROR_STATUS, type ErrorCode } from '@/contract/errors'

/** A Reply as an HTTP answer: its status and `Retry-After` follow from it, and nothing keeps a copy. */
export function toResponse(c: Context, reply: Reply<unknown>): Response {
  c.header('Cache-Control', 'no-store')
  if (reply.ok) return c.json(reply, 200)
  if (reply.retryAfter !== undefined) c.header('Retry-After', String(Math.ceil(reply.retryAfter)))
  return c.json(reply, ERROR_STATUS[reply.code])
}

export function failure(c: Context, code: ErrorCode, message: string = code): Response {
  return toResponse(c, { ok: false, code, message })
}
