import { createHmac, timingSafeEqual } from 'node:crypto'
import * as v from 'valibot'

const payload = v.object({
  storedAs: v.string(),
  until: v.number(),
  fileName: v.string(),
  contentType: v.string(),
})
type Payload = v.InferOutput<typeof payload>

/** `<payload>.<hmac>`, both base64url: whoever holds it may fetch the file, nobody can write one or stretch its time. */
export function sign(link: Payload, key: Buffer): string {
  const body = Buffer.from(JSON.stringify(link)).toString('base64url')
  return `${body}.${seal(body, key).toString('base64url')}`
}

/** What was signed, or null when it was not signed with this key. */
export function readSigned(signed: string, key: Buffer): Payload | null {
  const [body = '', given = '', ...more] = signed.split('.')
  const expected = seal(body, key)
  const bytes = Buffer.from(given, 'base64url')
  if (more.length > 0 || bytes.length !== expected.length || !timingSafeEqual(bytes, expected)) return null
  return v.parse(payload, JSON.parse(Buffer.from(body, 'base64url').toString('utf8')))
}

function seal(body: string, key: Buffer): Buffer {
  return createHmac('sha256', key).update(`file-link:${body}`).digest()
}
