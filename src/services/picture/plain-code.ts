import { QUIET_ZONE, qrModules } from './draw-qr'
import type { PictureCode } from './face'
import { addressOf } from './image-file'
import { oneBitPng } from './one-bit-png'

const PIXELS_PER_MODULE = 8

/** The code alone under an address that an <Image> shows, made without a canvas. */
export function makePlainCode(code: PictureCode): Promise<string> {
  if (code.kind === 'image') return addressOf(code)
  const base64 = toBase64(oneBitPng(qrModules(code.text), PIXELS_PER_MODULE, QUIET_ZONE))
  return addressOf({ base64, contentType: 'image/png' })
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** By hand, because WeChat has no `btoa`. */
function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second = 0, third = 0] = bytes.subarray(at, at + 3)
    const group = (first << 16) | (second << 8) | third
    for (const shift of [18, 12, 6, 0]) text += DIGITS.charAt((group >> shift) & 63)
  }
  const missing = (3 - (bytes.length % 3)) % 3
  return text.slice(0, text.length - missing) + '='.repeat(missing)
}
