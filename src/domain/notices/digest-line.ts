import { dueAt, promiseWords } from '../due'
import { clockWords, dayNumber, dayWords } from '../shanghai'
import { STAGE_NAMES, stageWords, type Stage } from '../stages'
import { workMinutesBetween } from '../work-time'
import type { DigestKind, NoticeSeat } from './event'
import type { DigestFacts } from './facts'
import { headWords, lateWords } from './phrases'

type Line = (facts: DigestFacts, seat: NoticeSeat) => string

/** One line of a digest: 「周宁 · 高级前端工程师：仍在用人部门评估，约定 11 月 26 日 前答复」. No full stop. */
export function digestLine(kind: DigestKind, seat: NoticeSeat, facts: DigestFacts): string {
  const said = seat === 'candidate' ? kindly(kind, facts) : LINES[kind](facts, seat)
  return `${headWords(seat, facts)}：${said}`
}

const LINES: Record<DigestKind, Line> = {
  still: (facts, seat) => (facts.stage === null ? unanswered(facts) : still(facts, facts.stage, seat)),
  unanswered: (facts) => `${unanswered(facts)}，亲自问一句吧（不会自动再发短信）`,
  late: (facts, seat) =>
    paused(facts) ??
    `${facts.dueAt === null ? '答复已经超时' : lateWords({ ...facts, dueAt: facts.dueAt }, facts.at, facts.calendar)}${hurry(facts, seat)}`,
  'due-today': ({ stage, round, dueAt: due }) =>
    `${stage === null ? '答复' : stageWords(stage, round)}今天${due === null ? '' : ` ${clockWords(due)} `}到期`,
  'protection-ending': ({ at, dueAt: until }) =>
    until === null
      ? '保护期快要结束'
      : `保护期还有 ${Math.max(0, dayNumber(until) - dayNumber(at))} 天，到 ${dayWords(until)}`,
  lapsed: () => '保护期已结束，可再次推荐',
  'invitation-expired': () => '邀请过期了，号码已经删除，想推荐可以再发一次',
}

function hurry({ owned }: DigestFacts, seat: NoticeSeat): string {
  if (seat === 'candidate') return ''
  if (seat === 'referrer') return '，可以催一下'
  return owned ? '，推荐人和 TA 都在等' : '，TA 在等'
}

function still(facts: DigestFacts, stage: Stage, seat: NoticeSeat): string {
  const { at, calendar, since, dueAt: due } = facts
  const where = STILL[stage] ?? `仍在${stageWords(stage, facts.round)}`
  const pause = paused(facts)
  if (pause !== null) return pause
  if (due === null) return `${where}${nthDay(since, at)}，有变化马上告诉你`
  if (at > due) return `${lateWords({ ...facts, dueAt: due }, at, calendar)}${hurry(facts, seat)}`
  return `${where}${nthWorkday(facts, due)}，约定 ${dayWords(due)} 前答复`
}

/** Where 「仍在」 and the name of the stage would not be what somebody says. */
const STILL: Partial<Record<Stage, string>> = {
  applied: '已投递，等待初筛',
  offer: '还在沟通 Offer',
  onboarding: '在等入职',
  hired: '已入职，等待转正',
  confirmed: STAGE_NAMES.confirmed,
  rejected: STAGE_NAMES.rejected,
  withdrawn: STAGE_NAMES.withdrawn,
  expired: STAGE_NAMES.expired,
  pooled: '在人才库',
}

/** 「，5 个工作日里的第 3 天」; nothing to count where one day is all there is. */
function nthWorkday({ since, at, calendar }: DigestFacts, due: Date): string {
  if (since === null) return ''
  const dayMinutes = (calendar.toHour - calendar.fromHour) * 60
  const days = Math.round(workMinutesBetween(since, due, calendar) / dayMinutes)
  if (days < 2) return ''
  const nth = Math.floor(workMinutesBetween(since, at, calendar) / dayMinutes) + 1
  return `，${days} 个工作日里的第 ${Math.min(Math.max(nth, 1), days)} 天`
}

function nthDay(since: Date | null, at: Date): string {
  return since === null ? '' : `，第 ${Math.max(1, dayNumber(at) - dayNumber(since))} 天`
}

function unanswered({ status, since, at }: DigestFacts): string {
  const nth = since === null ? '' : `，今天是第 ${Math.max(1, dayNumber(at) - dayNumber(since))} 天`
  if (status === 'waiting') return `TA 还没有打开邀请${nth}`
  if (status === 'opened') return `TA 打开过邀请，还没有答复${nth}`
  if (status === 'accepted') return `TA 接受了邀请，还没有投递${nth}`
  return `邀请那时还在等答复${nth}`
}

function paused({ pausedUntil, at }: DigestFacts): string | null {
  return pausedUntil === null || pausedUntil <= at
    ? null
    : `TA 想先缓一缓，到 ${dayWords(pausedUntil)}，期间不计时`
}

/** For the candidate: where it is and a promise, never a clock. */
function kindly(kind: DigestKind, facts: DigestFacts): string {
  const { stage, pausedUntil, at, dueAt: due, calendar } = facts
  if (kind === 'invitation-expired') return '同事的邀请已过期，你的号码已经删除'
  if (stage === null) return '同事的邀请还在等你回应，不感兴趣也可以直接婉拒'
  if (pausedUntil !== null && pausedUntil > at) return `我们等你到 ${dayWords(pausedUntil)}，准备好了随时说`
  const where = KINDLY[stage]
  if (due === null || kind === 'protection-ending' || kind === 'lapsed') return where
  return `${where}，${promiseWords(due, dueAt(due, at, calendar))}`
}

const KINDLY: Record<Stage, string> = {
  applied: '我们收到了，正排队看你的资料',
  screening: '招聘同事还在看你的经历',
  review: '用人部门的同事还在看你的经历',
  interview: '面试还在进行中',
  offer: 'Offer 还在沟通中',
  onboarding: '大家在等你入职，有问题随时说',
  hired: '你已入职，有问题随时说',
  confirmed: '你已转正，很高兴与你同行',
  rejected: '这次投递已经结束，谢谢你',
  withdrawn: '这次投递已经结束，随时欢迎回来',
  expired: '这次投递已经过期，欢迎再来看看',
  pooled: '你在人才库里，有机会先想到你',
}
