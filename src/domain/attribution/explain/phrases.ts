import type { CreditSource, Policy } from '../../policy'
import { clockWords, dayWords, shanghaiDay } from '../../shanghai'
import { CHANNEL_NAMES, type Channel } from '../../share'
import type { Claim, Rule } from '../decision'

export type Names = Readonly<Record<string, string>>

export function nameOf(personId: string | null, names: Names): string {
  return (personId !== null && names[personId]) || '一位同事'
}

/** 「11 月 3 日」 of a moment as a history holds it. */
export function dayOf(at: string | null): string {
  return at === null ? '' : dayWords(new Date(at))
}

/** 「11 月 5 日」, or 「当天 14:00」 beside another moment of the same day, where the day alone would say nothing. */
export function dayBeside(at: string, beside: string | null): string {
  if (beside === null) return dayOf(at)
  const [one, other] = [new Date(at), new Date(beside)]
  return shanghaiDay(one).date === shanghaiDay(other).date ? `当天 ${clockWords(one)}` : dayWords(one)
}

/** 「海报」 */
export function channelWords(channel: Channel | null): string {
  return channel === null ? '分享' : CHANNEL_NAMES[channel]
}

/** 「打开」, or 「用」 of a code, which is typed. */
export function openWords(channel: Channel | null): string {
  return channel === 'code' ? '用' : '打开'
}

/** 「保护期至 11 月 28 日（流程没结束会延长）」 */
export function keptUntilWords(protectedUntil: string | null): string {
  return `保护期至 ${dayOf(protectedUntil)}（流程没结束会延长）`
}

/** 「王磊的海报（11 月 5 日）」, with the date as it reads beside the moment that decided. */
export function claimWords({ by, channel, at }: Claim, owner: string, decidedAt: string | null): string {
  const what = by === 'protection' ? '上次内推' : channelWords(channel)
  return `${owner}的${what}（${dayBeside(at, decidedAt)}）`
}

/** The clause that decided, as a rule that anybody can read. */
export function ruleWords(rule: Rule, policy: Policy): string {
  const words: Record<Rule, string> = {
    protected: '保护期内再次投递，内推人不变。',
    'accepted-first': '最先接受的邀请算数。',
    'applied-through': '从谁的分享进来投递，就算谁的。',
    'first-touch': `投递前 ${policy.touchWindowDays} 天内，最先打开的分享算数。`,
    nobody: '没有可以算数的来源，就不记内推人。',
  }
  return words[rule]
}

const SOURCE_WORDS: Record<CreditSource, string> = {
  'accepted-invitation': '接受过的邀请',
  'applied-share': '投递时用的分享',
  'first-touch': '最先打开的分享',
}

/** 「先看接受过的邀请，再看投递时用的分享，最后看最先打开的分享。」 */
export function orderWords({ creditOrder }: Policy): string {
  const last = creditOrder.length - 1
  const steps = creditOrder.map((source, i) => {
    const lead = i === 0 ? '先看' : i === last ? '最后看' : '再看'
    return `${lead}${SOURCE_WORDS[source]}`
  })
  return `${steps.join('，')}。`
}
