import type { ProgressItem } from '@/contract/calls/progress'
import { pausedWords } from '@/domain/due'
import { INVITATION_NAMES, isLive } from '@/domain/invitation'
import { dayWords } from '@/domain/shanghai'
import { isEnd, stageWords, stepsDone, type Stage } from '@/domain/stages'
import type { WorkCalendar } from '@/domain/work-time'
import { dueTag, pausedAt } from './due-tag'

/** What a `ReferralRow` shows. */
export type ReferralWords = {
  who: string
  job: string
  step: number
  /** It ended on the way; a confirmed hire has arrived. */
  ended: boolean
  stageWords: string
  due?: { words: string; tone: 'jade' | 'seal' | 'gold' | 'gray' }
  footer?: string
}

/** How an application ends well; said instead of a due time. */
const GOOD_NEWS: Partial<Record<Stage, string>> = {
  onboarding: '准备入职',
  hired: '入职了',
  confirmed: '转正了',
}

/** A line in the list of whoever referred. */
export function referralWords(item: ProgressItem, now: Date, calendar: WorkCalendar): ReferralWords {
  const who = item.name ?? item.maskedPhone ?? '号码已删除'
  const job = item.job?.title ?? '未指定职位'
  return { who, job, ...courseWords(item), due: tagOf(item, now, calendar), footer: footerWords(item, now) }
}

/** A line in the list of whoever applied: the job is what they look for, and instead of a clock there is a promise. */
export function applicationWords(item: ProgressItem, now: Date): ReferralWords {
  const paused = runs(item) ? pausedAt(item, now) : null
  const due = goodNews(item) ?? (paused ? { words: pausedWords(paused), tone: 'gray' as const } : undefined)
  return {
    who: item.job?.title ?? '未指定职位',
    job: item.job?.city ?? '',
    ...courseWords(item),
    ...(item.stage === 'withdrawn' && { stageWords: '你已撤回投递' }),
    ...(due && { due }),
    footer: promised(item, now) ?? updated(item),
  }
}

function courseWords({ stage, round, invitationStatus, handler }: ProgressItem) {
  if (stage === null) {
    const status = invitationStatus ?? 'waiting'
    return { step: 0, ended: !isLive(status), stageWords: INVITATION_NAMES[status] }
  }
  const words = stageWords(stage, round)
  if (stage === 'confirmed') return { step: stepsDone(stage), ended: false, stageWords: words }
  // An item does not tell how far it got before it ended, only that there was an application.
  if (isEnd(stage)) return { step: 1, ended: true, stageWords: words }
  return { step: stepsDone(stage), ended: false, stageWords: handler ? `${words} · ${handler}处理中` : words }
}

function tagOf(item: ProgressItem, now: Date, calendar: WorkCalendar): ReferralWords['due'] {
  return goodNews(item) ?? (runs(item) ? dueTag(item, now, calendar) : undefined)
}

function goodNews({ stage }: ProgressItem): ReferralWords['due'] {
  const words = stage && GOOD_NEWS[stage]
  return words ? { words, tone: 'gold' } : undefined
}

/** For the candidate: by when there will be an answer, or that it takes longer. */
function promised(item: ProgressItem, now: Date): string | undefined {
  if (item.dueAt === null || !runs(item) || pausedAt(item, now)) return undefined
  const at = new Date(item.dueAt)
  return now > at ? '比预计的慢了一些' : `${dayWords(at)}前给你回音`
}

const runs = ({ stage }: ProgressItem): boolean => stage !== null && !isEnd(stage)
const updated = ({ changedAt }: ProgressItem): string => `${dayWords(new Date(changedAt))}更新`

function footerWords(item: ProgressItem, now: Date): string | undefined {
  if (item.stage === null) return updated(item)
  if (item.again) return '保护期已结束，可再次推荐'
  if (!item.mine) return '归属已调整'
  if (item.protectedUntil === null) return undefined
  const until = new Date(item.protectedUntil)
  // An active process stays protected also after its date; then the date would only puzzle.
  return until > now ? `保护期至 ${dayWords(until)}` : undefined
}
