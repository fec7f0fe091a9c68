import type { ProgressItem } from '@/contract/calls/progress'
import { dueAt, dueWords } from '@/domain/due'
import { INVITATION_NAMES, isLive } from '@/domain/invitation'
import { dayWords } from '@/domain/shanghai'
import { isEnd, stageWords, stepsDone, type Stage } from '@/domain/stages'
import type { WorkCalendar } from '@/domain/work-time'

/** What a `ReferralRow` shows. */
export type ReferralWords = {
  who: string
  job: string
  step: number
  /** It ended on the way; a confirmed hire has arrived. */
  ended: boolean
  stageWords: string
  due?: { words: string; tone: 'jade' | 'seal' | 'gold' }
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
  return { who, job, ...courseWords(item), due: dueTag(item, now, calendar), footer: footerWords(item, now) }
}

/** A line in the list of whoever applied: the job is what they look for, and nobody shows them a clock. */
export function applicationWords(item: ProgressItem): ReferralWords {
  const good = item.stage && GOOD_NEWS[item.stage]
  return {
    who: item.job?.title ?? '未指定职位',
    job: item.job?.city ?? '',
    ...courseWords(item),
    ...(item.stage === 'withdrawn' && { stageWords: '你已撤回投递' }),
    ...(good && { due: { words: good, tone: 'gold' as const } }),
    footer: `${dayWords(new Date(item.changedAt))}更新`,
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

function dueTag(item: ProgressItem, now: Date, calendar: WorkCalendar): ReferralWords['due'] {
  const good = item.stage && GOOD_NEWS[item.stage]
  if (good) return { words: good, tone: 'gold' }
  if (item.dueAt === null || item.stage === null || isEnd(item.stage)) return undefined
  const due = dueAt(new Date(item.dueAt), now, calendar)
  return { words: dueWords(due, calendar), tone: due.late ? 'seal' : 'jade' }
}

function footerWords(item: ProgressItem, now: Date): string | undefined {
  if (item.stage === null) return `${dayWords(new Date(item.changedAt))}更新`
  if (item.again) return '保护期已结束，可再次推荐'
  if (!item.mine) return '归属已调整'
  if (item.protectedUntil === null) return undefined
  const until = new Date(item.protectedUntil)
  // An active process stays protected also after its date; then the date would only puzzle.
  return until > now ? `保护期至 ${dayWords(until)}` : undefined
}
