import type { Timeline } from '@/contract/calls/progress'
import { dueAt, dueWords, promiseWords } from '@/domain/due'
import { isEnd } from '@/domain/stages'
import type { Seat } from './steps'

export type Headline = {
  /** What was last said to this seat. */
  said?: string
  /** For the candidate a promise in a sentence. */
  promise?: string
  /** For the referrer a clock in a tag. */
  due?: { words: string; tone: 'jade' | 'seal' }
}

/** What stands above the steps: the newest words, and by when there will be others. */
export function headlineOf(timeline: Timeline, seat: Seat, now: Date): Headline {
  const said = timeline.events[timeline.events.length - 1]?.text ?? undefined
  if (timeline.dueAt === null || isEnd(timeline.stage)) return { said }
  const at = new Date(timeline.dueAt)
  const due = dueAt(at, now, timeline.calendar)
  if (seat === 'candidate') return { said, promise: promiseWords(at, due) }
  return { said, due: { words: dueWords(due, timeline.calendar), tone: due.late ? 'seal' : 'jade' } }
}
