/**
 * A share's token: 22 characters of base64url, 128 random bits. It fits a 小程序码 `scene` (≤ 32 of `[A-Za-z0-9_-]`),
 * a card's path, a URL Link query and a web link. Made on the cloud side, where randomness can be trusted.
 */
const TOKEN = /^[A-Za-z0-9_-]{22}$/

export function isShareToken(text: string): boolean {
  return TOKEN.test(text)
}
