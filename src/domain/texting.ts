import { atHour, momentWords, shanghaiDay, shanghaiMinutes } from './shanghai'
import type { Policy } from './policy'

/** How long a login code is good. */
export const CODE_MINUTES = 5

/** `not-delivered`: it was planned, and no provider took it. `unconfirmed`: one may have. */
export type TextSkipReason = 'opted-out' | 'recently-texted' | 'no-provider' | 'not-delivered' | 'unconfirmed'
export type TextPlan = { kind: 'send'; at: Date } | { kind: 'skip'; reason: TextSkipReason }

export type TextHistory = { optedOut: boolean; in24Hours: number; in30Days: number }

/**
 * Whether and when an invitation text may go to a number: never after an opt-out, at most so many a day and a month
 * over all referrers, and only between 8:00 and 22:00; later ones wait for morning. product.md, "How an invitation travels".
 */
export function planText(now: Date, history: TextHistory, policy: Policy): TextPlan {
  if (history.optedOut) return { kind: 'skip', reason: 'opted-out' }
  const { in24Hours, in30Days } = policy.texts
  if (history.in24Hours >= in24Hours || history.in30Days >= in30Days)
    return { kind: 'skip', reason: 'recently-texted' }
  return { kind: 'send', at: textTime(now, policy) }
}

/** When a text to a stranger may go next: now, or in the morning. */
export function textTime(now: Date, policy: Policy): Date {
  const minutes = shanghaiMinutes(now)
  if (minutes < policy.texts.fromHour * 60) return atHour(now, policy.texts.fromHour)
  if (minutes >= policy.texts.toHour * 60) return atHour(now, policy.texts.fromHour, 1)
  return now
}

/** What the referrer reads beside 「短信」. */
export function textWords(plan: TextPlan, now: Date): string {
  if (plan.kind === 'send') {
    if (plan.at <= now) return '已交给短信通道'
    const sameDay = shanghaiDay(plan.at).date === shanghaiDay(now).date
    return sameDay ? '今早 8:00 后送达' : `夜里不打扰，${momentWords(plan.at)} 后送达`
  }
  if (plan.reason === 'no-provider') return '公司未开通短信，请直接转发给 TA'
  if (plan.reason === 'unconfirmed') return '短信不一定送到了，再直接转发给 TA 更稳妥'
  if (plan.reason === 'not-delivered') return '短信没有发出，请直接转发给 TA'
  return '这个号码暂时不能再发短信，请直接转发给 TA'
}
