import type { Reply } from '@/contract/call'
import { deliverSoon } from '../../deliver-soon'
import { dispatch } from '../../dispatch'
import { readWechatIdentity } from '../../doors/identity/wechat'
import { wechatKey } from '../../secrets'
import { serviceOnLoad } from '../event'

const INPUT_LIMIT = 100 * 1024

const service = serviceOnLoad()
let soon: ReturnType<typeof deliverSoon> | undefined

/**
 * What a mini-program calls: `callFunction('api', { call, input })`. Its client makes up the whole event, so nothing in
 * it but these two is looked at: `userInfo`, `openid`, `Type` or `httpMethod` in it prove nothing.
 */
export async function main(event: unknown): Promise<Reply<unknown>> {
  const { openid } = readWechatIdentity(process.env)
  const opened = service()
  const { call, input } = isObject(event) ? event : {}
  if (typeof call !== 'string')
    return { ok: false, code: 'bad-input', message: 'The event must be { call, input }' }
  if (Buffer.byteLength(JSON.stringify(input) ?? '') > INPUT_LIMIT) {
    return { ok: false, code: 'too-large', message: 'too-large' }
  }
  const reply = await dispatch(call, input, {
    ...opened,
    now: new Date(),
    loginKey: openid === null ? null : wechatKey(openid),
    openid,
    userAgent: null,
    upload: null,
  })
  soon ??= deliverSoon(opened, () => new Date())
  soon(call, reply.ok)
  return reply
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
