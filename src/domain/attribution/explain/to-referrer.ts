import type { Policy } from '../../policy'
import type { Decision } from '../decision'
import { channelWords, dayOf, keptUntilWords, openWords, ruleWords } from './phrases'

/**
 * The credited colleague's own part. `decision.others` is not read here, so that the sentences cannot tell whether
 * there were others: hence 「有效」, which also holds where an earlier invitation was passed over.
 */
export function toReferrer(
  { rule, at, channel, protectedUntil }: Omit<Decision, 'others'>,
  policy: Policy,
): string[] {
  const day = dayOf(at)
  const share = channelWords(channel)
  switch (rule) {
    case 'protected':
      return [`TA 在 ${day}由你内推投递过，${keptUntilWords(protectedUntil)}。`, ruleWords(rule, policy)]
    case 'accepted-first':
      return [`TA 在 ${day}接受了你的邀请，这是 TA 最先接受的一份有效邀请。`]
    case 'applied-through':
      return [`TA 从你的${share}进来投递（${day}）。`, ruleWords(rule, policy)]
    case 'first-touch':
      return [`TA 在 ${day}${openWords(channel)}了你的${share}。`, ruleWords(rule, policy)]
    case 'nobody':
      return ['这次投递没有记在你名下。']
  }
}
