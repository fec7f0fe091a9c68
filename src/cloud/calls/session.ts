import { uuidv7 } from 'uuidv7'
import { AppError } from '@/contract/errors'
import { parsePhone, type Phone } from '@/domain/phone'
import { addDays } from '@/domain/shanghai'
import { CODE_MINUTES } from '@/domain/texting'
import { sealText } from '../delivery/text-body'
import { defineHandler } from '../handler'
import { newLoginCode, newSessionToken, sessionKey } from '../secrets'
import { violatedUnique } from '../store/database'
import { endSession, loadMe, startCode, tryCode, type CodeRequest } from '../store/session'
import type { Context } from '../context'
import { visitorOf } from '../visitor'
import { presentMe } from './present-me'

export const CODE_TRIES = 5
export const SESSION_DAYS = 30
const RESEND_SECONDS = 60
const HOUR_MS = 3_600_000

/** Anyone may ask; there is nothing to load that the answer could give away. */
const nothing = async () => ({ caller: null, relations: ['any'] as const, facts: null })

export const sessionStart = defineHandler('session.start', {
  load: nothing,
  async act(_facts, { phone: typed }, ctx) {
    const phone = requirePhone(typed)
    const code = newLoginCode()
    const body = `【${ctx.config.company}】验证码 ${code}，${CODE_MINUTES} 分钟内有效。若不是你本人操作，请忽略。`
    const text = { body, params: [code, String(CODE_MINUTES)] }
    const request = await askForCode(ctx, phone, code, sealText(text, ctx.secrets))
    if (!request.made)
      throw new AppError('rate-limited', 'A code was sent a short time ago', {
        retryAfter: wait(request, ctx.now),
      })
    return { expiresIn: CODE_MINUTES * 60, retryAfter: RESEND_SECONDS }
  },
})

export const sessionVerify = defineHandler('session.verify', {
  load: nothing,
  async act(_facts, { phone: typed, code, visitor }, ctx) {
    const phone = requirePhone(typed)
    const token = newSessionToken()
    const loginKey = sessionKey(token)
    const attempt = await tryCode(ctx, {
      phoneHash: ctx.secrets.phoneHash(phone),
      phoneEnc: ctx.secrets.encrypt(phone),
      codeHash: ctx.secrets.codeHash(phone, code),
      maxTries: CODE_TRIES,
      newPersonId: uuidv7(),
      loginKey,
      sessionExpiresAt: addDays(ctx.now, SESSION_DAYS),
      visitor: visitorOf(ctx, visitor),
    })
    if (attempt.right === null || attempt.tries === null) throw new AppError('code-ended')
    if (!attempt.right) throw wrongCode(CODE_TRIES - attempt.tries)
    const session = { ...ctx, loginKey }
    return { token, me: presentMe(await loadMe(session), session) }
  },
})

export const sessionEnd = defineHandler('session.end', {
  load: nothing,
  async act(_facts, _input, ctx) {
    await endSession(ctx)
    return {}
  },
})

export function requirePhone(typed: string): Phone {
  const phone = parsePhone(typed)
  if (!phone) throw new AppError('phone-invalid')
  return phone
}

async function askForCode(ctx: Context, phone: Phone, code: string, bodyEnc: string): Promise<CodeRequest> {
  try {
    return await startCode(ctx, {
      id: uuidv7(),
      phoneHash: ctx.secrets.phoneHash(phone),
      codeHash: ctx.secrets.codeHash(phone, code),
      expiresAt: new Date(ctx.now.getTime() + CODE_MINUTES * 60_000),
      text: { id: uuidv7(), recipientEnc: ctx.secrets.encrypt(phone), bodyEnc },
    })
  } catch (error) {
    if (violatedUnique(error) === null) throw error
    return { made: false, inLastHour: 1, latest: ctx.now, oldest: ctx.now }
  }
}

function wait(request: CodeRequest, now: Date): number {
  const until =
    request.inLastHour >= 5
      ? (request.oldest?.getTime() ?? 0) + HOUR_MS
      : (request.latest?.getTime() ?? 0) + RESEND_SECONDS * 1000
  return Math.max(1, Math.ceil((until - now.getTime()) / 1000))
}

function wrongCode(triesLeft: number): AppError {
  return triesLeft > 0 ? new AppError('code-wrong', 'code-wrong', { triesLeft }) : new AppError('code-ended')
}
