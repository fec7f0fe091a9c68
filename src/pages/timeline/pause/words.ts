import type { Timeline } from '@/contract/calls/progress'
import { dueAfterPauses } from '@/domain/due-pause'
import { pauseUntil } from '@/domain/pause'
import { dayWords, momentWords } from '@/domain/shanghai'
import { isEnd } from '@/domain/stages'
import { pausedAt } from '@/services/due-tag'

/** What is offered, in calendar days; at most as many as the policy allows. */
export const PAUSE_CHOICES = ['2', '5', '7', '14'] as const
export type PauseChoice = (typeof PAUSE_CHOICES)[number]

/** Until when the candidate is waited for; null while the clock runs. */
export function pausedUntil({ paused }: Timeline, now: Date): Date | null {
  return pausedAt({ pausedUntil: paused?.until ?? null }, now)
}

/** Somebody owes an answer that can wait. */
export function mayAskForTime(timeline: Timeline, now: Date): boolean {
  return !isEnd(timeline.stage) && timeline.dueAt !== null && pausedUntil(timeline, now) === null
}

/** What the clock does, in a sentence: until when it stands still, and when the answer comes after that. */
export function pauseWords({ dueAt, calendar }: Timeline, days: number, now: Date): string {
  const until = pauseUntil(now, days)
  const waits = `我们等你到 ${dayWords(until)}，这段时间不计时`
  if (dueAt === null || new Date(dueAt) <= now) return `${waits}，之后尽快给你回音。`
  const due = dueAfterPauses({ since: now, dueAt: new Date(dueAt) }, [{ from: now, to: until }], calendar)
  return `${waits}，回音顺延到 ${momentWords(due)} 前。`
}
