import type { Policy } from '../../policy'
import type { Claim, Decision } from '../decision'
import {
  channelWords,
  claimWords,
  dayBeside,
  dayOf,
  keptUntilWords,
  nameOf,
  openWords,
  orderWords,
  ruleWords,
  type Names,
} from './phrases'

/** What the candidate did, what came of it, and by which rule. Why a colleague was passed over is not said by name. */
export function toCandidate(decision: Decision, names: Names, policy: Policy): string[] {
  if (decision.rule === 'nobody') return [whyNobody(decision.reason, policy), ASK]
  const heard = decision.others.filter(({ passedOver }) => isBehind(passedOver))
  const later = heard.filter((claim) => comesLater(claim, decision))
  const beside = heard.filter((claim) => !later.includes(claim))
  const barred = decision.others.filter(({ passedOver }) => !isBehind(passedOver))
  const inWords = (claim: Claim) => claimWords(claim, ownerOf(claim, names), decision.at)

  const sentences = [
    `${whatDecided(decision, names)}${listed('，早于', later.map(inWords))}。`,
    ruleWords(decision.rule, policy),
  ]
  if (beside.length > 0) {
    const deeds = beside.map((claim) => deedWords(claim, decision.at, names)).join('、')
    if (decision.rule === 'protected') sentences.push(`你也${deeds}，在保护期内不改变内推人。`)
    else sentences.push(`你也${deeds}，按次序排在后面。`)
    if (decision.rule !== 'protected' && beside.some(({ passedOver }) => passedOver === 'lower-rule'))
      sentences.push(orderWords(policy))
  }
  if (barred.length > 0) sentences.push(`${barred.map(inWords).join('、')}按规则不能算数。`)
  return sentences
}

const ASK = '如果有同事推荐过你，可以说明是谁，招聘 HR 会核实。'

function whyNobody(reason: Decision['reason'], { touchWindowDays }: Policy): string {
  switch (reason) {
    case 'outside-window':
      return `你打开同事的分享，是在投递的 ${touchWindowDays} 天以前，已经过了期限，这次没有记内推人。`
    case 'self':
      return '你用的是自己的邀请或分享，自己不能内推自己，这次没有记内推人。'
    case 'own-job':
      return '推荐你的同事负责这个职位的招聘或用人，按规则不能做内推人。'
    case 'left':
      return '推荐你的同事现在不在职，按规则不能做内推人。'
    case 'intern':
      return '推荐你的同事是实习生，按公司规则不能做内推人。'
    case 'relative':
      return '推荐你的同事登记为你的亲属，按公司规则不能做内推人。'
    default:
      return '投递前没有找到可以算数的邀请或分享，这次没有记内推人。'
  }
}

function whatDecided({ rule, referrerId, at, channel, protectedUntil }: Decision, names: Names): string {
  const [name, day] = [nameOf(referrerId, names), dayOf(at)]
  if (rule === 'protected') return `你在 ${day}由${name}内推投递过，${keptUntilWords(protectedUntil)}`
  if (rule === 'accepted-first') return `你在 ${day}接受了${name}的邀请`
  const share = `${name}的${channelWords(channel)}`
  if (rule === 'applied-through') return `你从${share}进来投递（${day}）`
  return `你在 ${day}${openWords(channel)}了${share}`
}

/** 「接受过赵敏的邀请（11 月 7 日）」 */
function deedWords(claim: Claim, decidedAt: string | null, names: Names): string {
  const owner = ownerOf(claim, names)
  if (claim.by === 'protection') return `由${owner}内推投递过（${dayBeside(claim.at, decidedAt)}）`
  const verb = claim.by === 'invitation' ? '接受' : openWords(claim.channel)
  return `${verb}过${claimWords(claim, owner, decidedAt)}`
}

function ownerOf({ passedOver, referrerId }: Claim, names: Names): string {
  return passedOver === 'self' ? '你自己' : nameOf(referrerId, names)
}

function isBehind(passedOver: Claim['passedOver']): boolean {
  return passedOver === 'later' || passedOver === 'lower-rule'
}

/** Where time explains it: the rule looks for the first of something, and this came after it. */
function comesLater(claim: Claim, { rule, at }: Decision): boolean {
  return (rule === 'accepted-first' || rule === 'first-touch') && at !== null && claim.at > at
}

function listed(lead: string, items: readonly string[]): string {
  return items.length > 0 ? lead + items.join('、') : ''
}
