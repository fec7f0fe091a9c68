import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes, randomInt } from 'node:crypto'
import type { Phone } from '@/domain/phone'
import { referralCodeFrom } from '@/domain/referral-code'

/**
 * What keeps a dump of the database from telling anything: phone numbers are found by a keyed hash and shown from a
 * ciphertext that names its key, so that keys can be rotated; codes and session tokens are only ever hashed.
 */
export type Secrets = {
  phoneHash(phone: Phone): string
  /** Who a touch is from before a number is proven: an openid, or a browser's own mark. */
  visitorHash(kind: 'wechat' | 'web', id: string): string
  /** Binds a code to its number, so that a code for one number proves no other. */
  codeHash(phone: Phone, code: string): string
  encrypt(clear: string): string
  decrypt(sealed: string): string
}

const ALGORITHM = 'aes-256-gcm'
const IV_BYTES = 12
const TAG_BYTES = 16

/** `keys` by id; the first encrypts, all decrypt. Each is 32 bytes, as is `hashKey`. */
export function createSecrets(keys: ReadonlyMap<string, Buffer>, hashKey: Buffer): Secrets {
  const [currentId] = [...keys.keys()]
  const current = currentId === undefined ? undefined : keys.get(currentId)
  if (!currentId || !current) throw new Error('No encryption key')
  const hmac = (text: string) => createHmac('sha256', hashKey).update(text).digest('base64url')

  return {
    phoneHash: (phone) => hmac(`phone:${phone}`),
    visitorHash: (kind, id) => hmac(`visitor:${kind}:${id}`),
    codeHash: (phone, code) => hmac(`code:${phone}:${code}`),
    encrypt(clear) {
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv(ALGORITHM, current, iv)
      const body = Buffer.concat([cipher.update(clear, 'utf8'), cipher.final()])
      return `${currentId}.${Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')}`
    },
    decrypt(sealed) {
      const dot = sealed.indexOf('.')
      const key = keys.get(sealed.slice(0, dot))
      if (!key) throw new Error(`No key ${sealed.slice(0, dot)} to decrypt with`)
      const bytes = Buffer.from(sealed.slice(dot + 1), 'base64url')
      const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, IV_BYTES))
      decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
      return Buffer.concat([
        decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)),
        decipher.final(),
      ]).toString('utf8')
    },
  }
}

/** A share's token, 128 random bits. */
export function newShareToken(): string {
  return randomBytes(16).toString('base64url')
}

export function newReferralCode(): string {
  return referralCodeFrom(randomBytes(32))
}

/** A web session's token, 256 random bits; only `sessionKey` of it is stored. */
export function newSessionToken(): string {
  return randomBytes(32).toString('base64url')
}

export function newLoginCode(): string {
  return String(randomInt(0, 1_000_000)).padStart(6, '0')
}

/** What `login.key` holds for a web session's token. */
export function sessionKey(token: string): string {
  return `web:${createHash('sha256').update(token).digest('base64url')}`
}

/** What `login.key` holds for a WeChat identity. */
export function wechatKey(openid: string): string {
  return `wechat:${createHash('sha256').update(openid).digest('base64url')}`
}
