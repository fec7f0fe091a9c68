import { dueAt, promiseWords } from '../due'
import { dayWords } from '../shanghai'
import { STAGE_TEXTS } from '../stage-texts'
import { stageWords, type EndStage } from '../stages'
import type { NoticeFacts } from './facts'
import { answerBy, ask, ended, headWords, jobWords, whoWords, type Said } from './phrases'

export function textOf({ text, stage }: NoticeFacts, seat: 'candidate' | 'referrer'): string {
  if (text !== null) return ended(text)
  return stage === null ? '有了新的进展。' : STAGE_TEXTS[stage][seat]
}

/** The recruiter's text, with a promise while it holds. */
export function toCandidate(facts: NoticeFacts): Omit<Said, 'title'> {
  const { current, dueAt: due, now, calendar } = facts
  const text = textOf(facts, 'candidate')
  const promise =
    current && due !== null && due > now ? ended(promiseWords(due, dueAt(due, now, calendar))) : ''
  return { body: `${facts.job === null ? '你的投递' : jobWords(facts.job)}：${text}${promise}`, note: text }
}

export function toReferrer(facts: NoticeFacts): Omit<Said, 'title'> {
  const { current, dueAt: due, now } = facts
  const text = textOf(facts, 'referrer')
  const promise = current && due !== null && due > now ? `约定 ${dayWords(due)} 前答复。` : ''
  return { body: `${headWords('referrer', facts)}：${text}${promise}`, note: text }
}

export function moved({ stage, round }: NoticeFacts): string {
  return stage === null ? '有了新的进展' : `进展：${stageWords(stage, round)}`
}

export function newReferral(facts: NoticeFacts): Said {
  const who = whoWords('recruiter', facts)
  const by = facts.colleague === null ? '' : `，由${facts.colleague.name}推荐`
  return {
    title: facts.colleague === null ? '有新的投递' : '有新的内推',
    body: `${who}投递了${jobWords(facts.job)}${by}，${answerBy(facts)}。`,
    phrase: '新投递',
    note: ask(facts),
  }
}

/** A confirmed hire is a step that was reached, not an end that is told as one. */
type Ended = Exclude<EndStage, 'confirmed'>

export const ENDED: Record<Ended, { candidate: string; referrer: string }> = {
  rejected: { candidate: '这次的结果', referrer: '这次没有成' },
  withdrawn: { candidate: '已结束这次投递', referrer: 'TA 决定先不继续' },
  expired: { candidate: '这次投递已过期', referrer: '这次推荐已过期' },
  pooled: { candidate: '已放进人才库', referrer: 'TA 进入了人才库' },
}

export function endOf({ stage }: NoticeFacts): Ended {
  return stage !== null && stage in ENDED ? (stage as Ended) : 'withdrawn'
}

export function endedForRecruiter(facts: NoticeFacts): Said {
  const who = whoWords('recruiter', facts)
  return endOf(facts) === 'withdrawn'
    ? { title: '候选人退出了', body: `${who}退出了${jobWords(facts.job)}的流程，不用再跟进。` }
    : {
        title: '一次流程结束了',
        body: `${who}在${jobWords(facts.job)}的流程结束了：${stageWords(endOf(facts), facts.round)}。`,
      }
}
