const LENGTH = 24
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/**
 * Names one thing a person wants done, so that sending it again does it once. It must be unique, not secret: WeChat
 * has no `crypto`, and the time in front keeps two devices apart even where `Math.random` is poor.
 */
export function newRequestId(): string {
  const random = Array.from({ length: LENGTH }, () => ALPHABET[Math.floor(Math.random() * ALPHABET.length)])
  return `${Date.now().toString(36)}-${random.join('')}`
}
