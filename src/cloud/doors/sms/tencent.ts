import type { sms } from 'tencentcloud-sdk-nodejs-sms'
import type { SmsConfig } from '../../channel-config'
import type { Handed } from '../handed'
import { codeOf } from '../failure'
import type { SmsDoor, TextKind } from './face'
import { openLine } from './line'
import { meaningOf } from './tencent-codes'

/** Where to and how long; tests put a stub there. */
type Endpoint = { host?: string; protocol: 'https://' | 'http://'; patienceMs: number; answerSeconds: number }

const TENCENT: Endpoint = { protocol: 'https://', patienceMs: 4_000, answerSeconds: 10 }

/**
 * Texts by Tencent Cloud, with templates that it has approved: it is given the variable parts and never a sentence. It
 * keeps no ids, so a text that may have arrived is `unconfirmed`. One number a call: a result is one person's.
 */
export function tencentSms(config: SmsConfig, endpoint: Partial<Endpoint> = {}): SmsDoor {
  const { host, protocol, patienceMs, answerSeconds } = { ...TENCENT, ...endpoint }
  return {
    available: true,
    kinds: Object.keys(config.templates) as TextKind[],

    async send({ id, to, kind, params }) {
      const template = config.templates[kind]
      if (!template) return { outcome: 'refused', reason: 'no-template' }
      const sdk = await load()
      if (!sdk) return { outcome: 'refused', reason: 'not-installed' }
      const line = openLine(protocol, patienceMs)
      const client = new sdk.v20210111.Client({
        credential: { secretId: config.secretId, secretKey: config.secretKey },
        region: config.region,
        profile: { httpProfile: { endpoint: host, protocol, reqTimeout: answerSeconds, agent: line.agent } },
      })
      try {
        const { SendStatusSet } = await client.SendSms({
          PhoneNumberSet: [to],
          SmsSdkAppId: config.sdkAppId,
          SignName: config.signName,
          TemplateId: template,
          TemplateParamSet: [...params],
          SessionContext: id,
        })
        return meaningOf(SendStatusSet?.[0]?.Code)
      } catch (error) {
        return line.reached() ? ofFailure(error) : { outcome: 'later', reason: 'unreachable' }
      }
    },
  }
}

/** A failure of the whole call, after the other side was reached: an answer with a code, a bad gateway, or silence. */
function ofFailure(error: unknown): Handed {
  const code = codeOf(error)
  if (code !== null) return meaningOf(code)
  const status = typeof error === 'object' && error !== null && 'httpCode' in error ? error.httpCode : null
  if (status === 429) return { outcome: 'later', reason: 'http-429' }
  if (typeof status === 'number' && status < 500) return { outcome: 'refused', reason: `http-${status}` }
  return { outcome: 'unconfirmed', reason: status === null ? 'timeout' : `http-${String(status)}` }
}

/** Loaded by the first text: most functions never send one. Null where the platform did not install it. */
async function load(): Promise<typeof sms | null> {
  try {
    return (await import('tencentcloud-sdk-nodejs-sms')).sms
  } catch {
    return null
  }
}
