import { AppError } from '@/contract/errors'
import type { Context } from '../context'

/**
 * Has WeChat look at words that others will read (wechat-rules: duty to filter). Only inside WeChat: the check wants an
 * openid that was active within two hours. Throws `text-refused`.
 */
export async function checkText(ctx: Context, texts: readonly (string | null)[]): Promise<void> {
  const text = texts.filter((part) => part !== null && part !== '').join('\n')
  if (!ctx.openid || text === '') return
  const verdict = await ctx.doors.wechat.checkText({ openid: ctx.openid, text })
  if (verdict === 'refused') throw new AppError('text-refused')
}
