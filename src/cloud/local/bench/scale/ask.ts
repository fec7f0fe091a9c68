import type { Service } from '@/cloud/context'
import { dispatch } from '@/cloud/dispatch'
import { sessionKey } from '@/cloud/secrets'
import { tokenOf } from '../ground/population'
import type { Asking } from '../load/operations'
import type { Measured } from './mix'

/** Milliseconds of one call, served in this process. Throws unless it succeeds. */
export async function timeOf(service: Service, call: Measured, { person, input }: Asking): Promise<number> {
  const startedAt = performance.now()
  const reply = await dispatch(call, input, {
    ...service,
    now: new Date(),
    loginKey: person === null ? null : sessionKey(tokenOf(person)),
    ...{ openid: null, userAgent: null, upload: null },
  })
  if (!reply.ok) throw new Error(`${call} answered ${reply.code}: ${reply.message}`)
  return performance.now() - startedAt
}
