import type { ChannelConfig } from '../../channel-config'
import type { Handed } from '../handed'
import { cloudSdk, sdkErrorCode, type CloudSdk } from '../sdk'
import type { WechatDoor } from './face'

/** No accepted tap is left, the switch for this mini-program is off, or the openid is nobody's any more. */
const CLOSED = new Set([43101, 43107, 40003])
/** The template is not ours (any more), a field breaks its limits, or a word is not allowed. */
const REFUSED = new Set([40037, 47003, 45168])
/** The road to WeChat broke, or WeChat did not answer in time: it may have had the message. */
const BROKEN = new Set([-501001, -501002, -601001, -601002, -601003, -601008, -604102])
/** What the SDK says of a connection that was never there. */
const NEVER_CONNECTED = /\b(connect|getaddrinfo) E[A-Z]/

type Message = Parameters<WechatDoor['subscribeMessage']>[0]

/** Hands one subscribe message to WeChat, once. WeChat keeps no ids: what may have arrived is `unconfirmed`. */
export async function sendSubscribeMessage(
  { openid, templateId, page, fields }: Message,
  miniprogramState: ChannelConfig['miniProgramState'],
): Promise<Handed> {
  const data = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value }]))
  let sdk: CloudSdk
  try {
    sdk = await cloudSdk()
  } catch {
    return { outcome: 'later', reason: 'no-credentials' }
  }
  try {
    const answer = await sdk.openapi.subscribeMessage.send({
      ...{ touser: openid, templateId, page, data, miniprogramState },
    })
    // The SDK takes an answer without a body for success.
    return 'buffer' in answer ? { outcome: 'unconfirmed', reason: 'empty' } : { outcome: 'sent' }
  } catch (error) {
    return ofFailure(error)
  }
}

/**
 * Any other code is an answer that it was not accepted, and says nothing against the template: busy (-1), too many calls
 * (45009, 43108), a page that is not published yet (41030), a permission that is not granted yet (-604101).
 */
function ofFailure(error: unknown): Handed {
  const code = sdkErrorCode(error)
  const reason = String(code)
  if (CLOSED.has(code)) return { outcome: 'closed', reason }
  if (REFUSED.has(code)) return { outcome: 'refused', reason }
  if (code === 0) return { outcome: 'unconfirmed', reason: 'unknown' }
  const connected = !(error instanceof Error && NEVER_CONNECTED.test(error.message))
  return { outcome: BROKEN.has(code) && connected ? 'unconfirmed' : 'later', reason }
}
