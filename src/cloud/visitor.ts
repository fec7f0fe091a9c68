import { isbot } from 'isbot'
import type { Context } from './context'

/**
 * The keyed hash a visitor is known by before they prove a number: of the openid in WeChat, whatever the input says,
 * else of the mark their browser keeps. Null when neither is there.
 */
export function visitorOf(ctx: Pick<Context, 'openid' | 'secrets'>, mark: string | null): string | null {
  if (ctx.openid !== null) return ctx.secrets.visitorHash('wechat', ctx.openid)
  return mark === null ? null : ctx.secrets.visitorHash('web', mark)
}

/** A search engine, a link preview or a script: nobody who could be referred. Every browser says what it is. */
export function isBot(userAgent: string | null): boolean {
  return userAgent !== null && (userAgent === '' || isbot(userAgent))
}
