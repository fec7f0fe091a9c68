import { dueAt, dueWords, pausedWords } from '@/domain/due'
import { isPaused } from '@/domain/pause'
import type { WorkCalendar } from '@/domain/work-time'

/** What the clock of a stage shows. Jade: it runs. Seal: it is over. Gray: it stands still. */
export type DueTag = { words: string; tone: 'jade' | 'seal' | 'gray' }

/** ISO 8601, as the cloud tells them. A pause may be over. */
export type DueTimes = { dueAt: string | null; pausedUntil: string | null }

/** For colleagues: the clock of a stage that goes on. Undefined where nothing is due. */
export function dueTag(times: DueTimes, now: Date, calendar: WorkCalendar): DueTag | undefined {
  const until = pausedAt(times, now)
  if (until) return { words: pausedWords(until), tone: 'gray' }
  if (times.dueAt === null) return undefined
  const due = dueAt(new Date(times.dueAt), now, calendar)
  return { words: dueWords(due, calendar), tone: due.late ? 'seal' : 'jade' }
}

/** Until when the clock stands still; null while it runs. */
export function pausedAt({ pausedUntil }: Pick<DueTimes, 'pausedUntil'>, now: Date): Date | null {
  const until = pausedUntil === null ? null : new Date(pausedUntil)
  return isPaused(until, now) ? until : null
}
