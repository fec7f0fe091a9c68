import * as v from 'valibot'
import type { WecomConfig } from '../../channel-config'
import { isTimeout } from '../failure'
import type { Handed } from '../handed'
import type { WecomDoor } from './face'
import { miniProgramNotice } from './notice'
import { keepToken, type TokenAnswer } from './token'

type Endpoint = { url: string; answerMs: number; now: () => number }

const WECOM: Endpoint = { url: 'https://qyapi.weixin.qq.com', answerMs: 8_000, now: Date.now }
/** The longest there is. Within it WeCom shows a message that it was given twice once. */
const ONE_MESSAGE_SECONDS = 4 * 3600
const SPENT_TOKEN = new Set([40014, 42001])
/** Nobody of this id, or nobody whom the application may see. */
const CLOSED = new Set([81013, 60111, 40003, 40031])
/** Busy, somebody else was writing, or too many calls. */
const LATER = new Set([-1, 6000, 45009, 45011, 45033])

const answer = v.object({
  errcode: v.number(),
  invaliduser: v.optional(v.string()),
  unlicenseduser: v.optional(v.string()),
  access_token: v.optional(v.string()),
  expires_in: v.optional(v.number()),
})
type Answer = v.InferOutput<typeof answer>

/**
 * Messages of the company's own WeCom application that open the mini-program. WeCom itself keeps a repeat from being shown
 * twice, so whatever may not have arrived is `later`.
 */
export function cloudWecom(config: WecomConfig, endpoint: Partial<Endpoint> = {}): WecomDoor {
  const { url, answerMs, now } = { ...WECOM, ...endpoint }

  async function ask(path: string, query: Record<string, string>, body?: object): Promise<Answer> {
    const response = await fetch(`${url}/cgi-bin/${path}?${new URLSearchParams(query).toString()}`, {
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
      headers: { 'Content-Type': 'application/json' },
      signal: AbortSignal.timeout(answerMs),
    })
    return v.parse(answer, await response.json())
  }

  const tokens = keepToken((): Promise<TokenAnswer> =>
    ask('gettoken', { corpid: config.corpId, corpsecret: config.secret }),
  )

  async function give(message: object, again: boolean): Promise<Handed> {
    const held = await tokens.get(now())
    if ('errcode' in held) return meaningOf(held)
    const said = await ask('message/send', { access_token: held.token }, message)
    if (!SPENT_TOKEN.has(said.errcode)) return meaningOf(said)
    tokens.drop(held.token)
    return again ? give(message, false) : { outcome: 'later', reason: String(said.errcode) }
  }

  return {
    available: true,
    async send({ userId, ...message }) {
      const notice = {
        touser: userId,
        agentid: config.agentId,
        msgtype: 'miniprogram_notice',
        miniprogram_notice: miniProgramNotice(message, config.appId),
        enable_duplicate_check: 1,
        duplicate_check_interval: ONE_MESSAGE_SECONDS,
      }
      try {
        return await give(notice, true)
      } catch (error) {
        return { outcome: 'later', reason: isTimeout(error) ? 'timeout' : 'unreachable' }
      }
    },
  }
}

/** A code that is not known is `refused`: somebody has to look at it. */
function meaningOf({ errcode, invaliduser, unlicenseduser }: Partial<Answer> & { errcode: number }): Handed {
  const reason = String(errcode)
  if (CLOSED.has(errcode)) return { outcome: 'closed', reason }
  if (LATER.has(errcode)) return { outcome: 'later', reason }
  if (errcode !== 0) return { outcome: 'refused', reason }
  // It went to everybody of the list but these, and there is one name on it.
  if (invaliduser) return { outcome: 'closed', reason: 'invaliduser' }
  if (unlicenseduser) return { outcome: 'closed', reason: 'unlicenseduser' }
  return { outcome: 'sent' }
}
