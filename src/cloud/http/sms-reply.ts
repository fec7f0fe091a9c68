import { createHash, timingSafeEqual } from 'node:crypto'
import type { Handler } from 'hono'
import * as v from 'valibot'
import { parsePhone } from '@/domain/phone'
import { asksToStop } from '@/domain/stop-word'
import type { Service } from '../context'
import { log } from '../log'
import { readAtMost } from '../read-at-most'
import { stopTexts } from '../store/text-opt-out'
import { failure } from './reply'

const LIMIT = 16 * 1024

/** 短信回复通知 of Tencent Cloud, https://cloud.tencent.com/document/product/382/5809. The rest of it is not read. */
const reply = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ nationcode: v.pipe(v.string(), v.regex(/^\d{1,4}$/)), mobile: v.string(), text: v.string() }),
)

/**
 * `POST /hooks/sms-reply/:key`: somebody replied to a text. One that asks to stop puts the number's hash on the opt-out
 * list; others are not kept. The provider signs nothing, so the address is the secret. It asks twice more when the answer is not
 * `result: 0`.
 */
export function smsReply(
  service: Service,
  key: string,
  now: () => Date,
): Handler<object, '/hooks/sms-reply/:key'> {
  return async (c) => {
    if (!isSame(c.req.param('key'), key)) return failure(c, 'not-found')
    const bytes = await readAtMost(c.req.raw.body, LIMIT).catch(() => null)
    const read = v.safeParse(reply, bytes && new TextDecoder().decode(bytes))
    if (!read.success) return c.json({ result: 1, errmsg: 'not a reply' }, 400)
    const { nationcode, mobile, text } = read.output
    const phone = parsePhone(mobile.startsWith('+') ? mobile : `+${nationcode}${mobile}`)
    const stops = phone !== null && asksToStop(text)
    if (stops) await stopTexts(service.db, service.secrets.phoneHash(phone), now())
    log({ job: 'sms-reply', stopped: stops ? 1 : 0 })
    return c.json({ result: 0, errmsg: 'OK' }, 200, { 'Cache-Control': 'no-store' })
  }
}

/** As long for a wrong key as for the right one, whatever its length. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(expected))
}
