import type { MiddlewareHandler } from 'hono'

/**
 * Scripts come from our own files only. Taro's components write `<style>` elements and pictures can be drawn in memory
 * (a poster, a QR code), hence the two exceptions. Taro's upload reads the chosen file back from a `blob:` address.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/**
 * What every answer carries, the pages of the local server too. No CORS: only our own pages call. Set before the answer
 * is made: on a finished one Hono copies the whole of it for each header.
 */
export const secure: MiddlewareHandler = (c, next) => {
  c.header('Content-Security-Policy', CONTENT_SECURITY_POLICY)
  c.header('X-Content-Type-Options', 'nosniff')
  // Addresses carry tokens of invitations and of sessions on their way in: no other site may learn them.
  c.header('Referrer-Policy', 'no-referrer')
  return next()
}
