import type { Policy } from '../../policy'
import type { Claim, Decision } from '../decision'
import {
  channelWords,
  claimWords,
  dayOf,
  keptUntilWords,
  nameOf,
  openWords,
  orderWords,
  ruleWords,
  type Names,
} from './phrases'

/** Everything: who, by which rule, and of each other colleague why their claim was passed over. */
export function toRecruiter(decision: Decision, names: Names, policy: Policy): string[] {
  const { rule, at, others, policyVersion } = decision
  const lower = others.some(({ passedOver }) => passedOver === 'lower-rule')
  return [
    `${whatDecided(decision, names, policy)}。`,
    ruleWords(rule, policy),
    ...(lower && rule !== 'protected' ? [orderWords(policy)] : []),
    ...others.map((claim) => {
      const words = claimWords(claim, nameOf(claim.referrerId, names), at)
      return `${words}没有算数：${whyNot(claim, decision)}。`
    }),
    `按第 ${policyVersion} 版规则。`,
  ]
}

function whatDecided(decision: Decision, names: Names, { touchWindowDays }: Policy): string {
  const { rule, referrerId, at, channel, protectedUntil, reason } = decision
  const [owned, day, share] = [`记在${nameOf(referrerId, names)}名下：`, dayOf(at), channelWords(channel)]
  switch (rule) {
    case 'protected':
      return `${owned}候选人在 ${day}由 TA 内推投递过，${keptUntilWords(protectedUntil)}`
    case 'accepted-first':
      return `${owned}候选人在 ${day}接受了 TA 的邀请`
    case 'applied-through':
      return `${owned}候选人从 TA 的${share}进来投递（${day}）`
    case 'first-touch':
      return `${owned}候选人在 ${day}${openWords(channel)}了 TA 的${share}`
    case 'nobody':
      if (reason === 'no-source') return '没有记内推人：投递前没有可以算数的邀请或分享'
      if (reason === 'outside-window') return `没有记内推人：打开分享是在投递的 ${touchWindowDays} 天以前`
      return '没有记内推人：有来源，都不能算数'
  }
}

function whyNot({ passedOver, at }: Claim, decision: Decision): string {
  switch (passedOver) {
    case 'later':
      return at === decision.at ? '同一时刻，按编号排在后面' : '比它晚'
    case 'lower-rule':
      return decision.rule === 'protected' ? '还在保护期内' : '次序在后'
    case 'self':
      return '是候选人本人'
    case 'own-job':
      return '负责这个职位的招聘或用人'
    case 'left':
      return '已不在职'
    case 'intern':
      return '是实习生，现行规则不让实习生内推'
    case 'relative':
      return '登记为候选人的亲属，现行规则不计亲属'
  }
}
