import type { Colleague, NoticeFacts, OwnerCause } from './facts'
import { headWords, type Said } from './phrases'

export function invited({ job, colleague, status }: NoticeFacts): Said {
  const who = colleague === null ? '一位同事' : whose(colleague)
  const what = job === null ? '看看在招的职位' : `了解「${job}」`
  const open = status === 'waiting' || status === 'opened'
  const over = status === 'revoked' || status === 'expired' || status === null
  const note = open ? '感兴趣或不考虑，都可以告诉 TA' : over ? '邀请已失效' : '你已回应'
  const name = colleague?.name ?? '一位同事'
  return { title: '有同事邀请你', body: `${who}邀请你${what}，${note}。`, phrase: '邀请你', note, who: name }
}

function whose({ name, department }: Colleague): string {
  return department === '' ? name : `${department}的${name}`
}

export function ofInvitation(facts: NoticeFacts, title: string, note: string, phrase: string): Said {
  return { title, body: `${headWords('referrer', facts)}：${note}`, phrase, note }
}

/** Whose it is, is nothing to a referrer when it is not theirs. */
export function ownerForReferrer(facts: NoticeFacts): Said {
  const note = facts.mine ? '来源经招聘同事核实，记在你名下' : LOST[facts.cause ?? 'ruled']
  const title = facts.mine ? '推荐记在你名下' : '推荐不在你名下了'
  return { title, body: `${headWords('referrer', facts)}：${note}。`, phrase: '来源变更', note }
}

const LOST: Record<OwnerCause, string> = {
  ruled: '来源经招聘同事核实，不记在你名下',
  transferred: 'TA 转到了另一个职位，按规则不再记在你名下',
  repicked: 'TA 从人才库重新进入流程，按规则不再记在你名下',
}

export function toVerify(facts: NoticeFacts, title: string, what: string): Said {
  return {
    title,
    body: `${headWords('recruiter', facts)}：${what}，等你核实。`,
    phrase: '来源待核实',
    note: `${what}，等你核实`,
  }
}
