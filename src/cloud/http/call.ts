import type { Handler } from 'hono'
import { CALLS, type CallName } from '@/contract/calls'
import type { Call } from '@/contract/call'
import { AppError } from '@/contract/errors'
import type { Context, Service } from '../context'
import { dispatch } from '../dispatch'
import { log } from '../log'
import { sessionKey } from '../secrets'
import { readForm, readJson, type Body } from './body'
import { toResponse } from './reply'

const BEARER = /^Bearer +([A-Za-z0-9_-]{1,200})$/i

/** `POST /api/:call`: the body is the input, the session stands in `Authorization`. */
export function serveCall(service: Service, now: () => Date): Handler<object, '/api/:call'> {
  return async (c) => {
    const name = c.req.param('call')
    const token = BEARER.exec(c.req.header('Authorization') ?? '')?.[1]
    const ctx: Context = {
      ...service,
      now: now(),
      loginKey: token ? sessionKey(token) : null,
      openid: null,
      userAgent: c.req.header('User-Agent') ?? '',
      upload: null,
    }
    const call = callOf(name)
    // No body is read for a call that does not exist: the dispatcher says so.
    if (!call) return toResponse(c, await dispatch(name, null, ctx))

    let body: Body
    try {
      body = await (call.upload ? readForm(c.req.raw) : readJson(c.req.raw))
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      const { code, message } = error
      log({ call: name, code, ms: 0, person: null, request: null })
      return toResponse(c, { ok: false, code, message })
    }
    return toResponse(c, await dispatch(name, body.input, { ...ctx, upload: body.upload }))
  }
}

function callOf(name: string): Call | null {
  return Object.hasOwn(CALLS, name) ? CALLS[name as CallName] : null
}
