import type { Timeline } from '@/contract/calls/progress'
import { dueAt, promiseWords } from '@/domain/due'
import { isEnd } from '@/domain/stages'
import { dueTag, pausedAt, type DueTag } from '@/services/due-tag'
import type { Seat } from './steps'

export type Headline = {
  /** What was last said to this seat. */
  said?: string
  /** In a sentence: to the candidate a promise, to the referrer why no clock runs. */
  promise?: string
  /** For the referrer a clock in a tag. */
  due?: DueTag
}

/** What stands above the steps: the newest words, and by when there will be others. */
export function headlineOf(timeline: Timeline, seat: Seat, now: Date): Headline {
  const said = timeline.events[timeline.events.length - 1]?.text ?? undefined
  const { stage, dueAt: by, paused, calendar } = timeline
  const times = { dueAt: by, pausedUntil: paused?.until ?? null }
  if (isEnd(stage)) return { said }
  if (pausedAt(times, now)) {
    // What it means for the candidate stands beside their way out of it.
    if (seat === 'candidate') return { said }
    return { said, promise: 'TA 想先缓一缓，这段时间不计时', due: dueTag(times, now, calendar) }
  }
  if (by === null) return { said }
  if (seat === 'referrer') return { said, due: dueTag(times, now, calendar) }
  const at = new Date(by)
  return { said, promise: promiseWords(at, dueAt(at, now, calendar)) }
}
