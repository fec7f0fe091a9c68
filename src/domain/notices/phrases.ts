import { dueAt, dueWords } from '../due'
import { clockWords, dayWords, shanghaiDay } from '../shanghai'
import { isEnd, stageWords, type Stage } from '../stages'
import type { WorkCalendar } from '../work-time'
import type { NoticeSeat } from './event'
import type { NoticeFacts, Subject } from './facts'

/** Whom it is about, for somebody in this seat. A referrer knows the number they typed; nobody else is shown one. */
export function whoWords(seat: NoticeSeat, { name, phone }: Subject): string {
  if (seat === 'candidate') return name ?? '你'
  if (seat === 'referrer') return name ?? phone ?? '你推荐的一位候选人'
  return name ?? '一位候选人'
}

/** 「周宁 · 高级前端工程师」; a candidate needs no name to know who is meant. */
export function headWords(seat: NoticeSeat, subject: Subject): string {
  if (seat === 'candidate') return subject.job ?? '你的投递'
  const who = whoWords(seat, subject)
  return subject.job === null ? who : `${who} · ${subject.job}`
}

/** 「「高级前端工程师」」 in a sentence, or words that need no title. */
export function jobWords(job: string | null): string {
  return job === null ? '在招的职位' : `「${job}」`
}

/** 「初筛已超时 2 个工作日」, 「初筛刚刚超时」 */
export function lateWords(
  { stage, round, dueAt: due }: { stage: Stage | null; round: number; dueAt: Date },
  now: Date,
  calendar: WorkCalendar,
): string {
  return `${stage === null ? '答复' : stageWords(stage, round)}${dueWords(dueAt(due, now, calendar), calendar)}`
}

/** A sentence ends once, whoever wrote it. */
export function ended(sentence: string): string {
  return /[。！？!?…~～.]$/.test(sentence) ? sentence : `${sentence}。`
}

/** 「2026年11月23日 10:00」: the one form that a time field of WeChat takes. */
export function fieldTime(at: Date): string {
  const [year, month, day] = shanghaiDay(at).date.split('-')
  return `${year}年${Number(month)}月${Number(day)}日 ${clockWords(at)}`
}

/** The stage in at most five Han characters and nothing else, which is all that a phrase of WeChat takes. */
export function phraseOf(seat: NoticeSeat, stage: Stage | null): string {
  if (stage === null) return '进展提醒'
  // A result is told in words, not stamped on whom it concerns.
  return seat === 'candidate' && isEnd(stage) && stage !== 'confirmed' ? '已结束' : PHRASES[stage]
}

const PHRASES: Record<Stage, string> = {
  applied: '已投递',
  screening: '初筛中',
  review: '部门评估',
  interview: '面试中',
  offer: '录用沟通',
  onboarding: '待入职',
  hired: '已入职',
  confirmed: '已转正',
  rejected: '未通过',
  withdrawn: '候选人放弃',
  expired: '已过期',
  pooled: '人才库',
}

/** What one event says. `phrase` and `note` are for the fields; see `phraseOf`. Without a note it is the body. */
export type Said = { title: string; body: string; phrase?: string; note?: string; who?: string }

export function answerBy(facts: NoticeFacts): string {
  return stillDue(facts) ? ask(facts) : '看看现在到哪一步了'
}

export function ask({ dueAt: due }: NoticeFacts): string {
  return due === null ? '请尽快给出答复' : `请在 ${dayWords(due)} 前给出答复`
}

export function stillDue({ current, dueAt: due, now }: NoticeFacts): boolean {
  return current && (due === null || due > now)
}
