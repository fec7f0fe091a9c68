import { addWorkTime, workTimeBetween, type WorkCalendar } from './work-time'

/** The clock of a stage stood still from `from` on, until just before `to`. One that still runs ends now. */
export type Pause = { from: Date; to: Date }

/** A stage that has to be answered: when it began, and its due time as if nobody had paused it. */
export type DueStage = { since: Date; dueAt: Date }

/**
 * The due time of a stage after its pauses: later by the working time they took. Overlapping pauses count once, what
 * lies before the stage began not at all; a pause that begins when the answer is already late excuses nothing.
 */
export function dueAfterPauses(stage: DueStage, pauses: readonly Pause[], calendar: WorkCalendar): Date {
  let due = stage.dueAt
  let counted = stage.since
  for (const { from, to } of [...pauses].sort((a, b) => a.from.getTime() - b.from.getTime())) {
    const start = from > counted ? from : counted
    if (start >= due) break
    const paused = workTimeBetween(start, to, calendar)
    // Adding no time would move a due time at closing to the next morning.
    if (paused > 0) due = addWorkTime(due, paused, calendar)
    if (to > counted) counted = to
  }
  return due
}
