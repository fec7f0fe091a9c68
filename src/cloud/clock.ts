import { shanghaiMinutes } from '@/domain/shanghai'
import { calendarWarning } from './calendar'
import type { Service } from './context'
import { tellDigests } from './digests'
import { log } from './log'
import { deliverDue, type Budget } from './outbox'
import { expireInvitations, lapseProtections } from './store/upkeep'
import { sweep, sweepMessages } from './store/sweep'

const BATCH = 200
const SWEEP_BATCH = 2_000

/**
 * What has to happen although nobody calls. Each job may run twice or beside itself, and takes no longer than its share of
 * the time a function has: what is left over is done a minute later. One that fails leaves the others their turn, and is
 * thrown at the end so that the platform counts the run as failed. `clock` counts milliseconds since whenever.
 */
export async function runClock(
  service: Service,
  now: Date,
  clock: Budget['clock'] = () => performance.now(),
): Promise<Record<string, number>> {
  const done: Record<string, number> = {}
  const failures: unknown[] = []
  for (const [job, ms, run] of JOBS) {
    try {
      done[job] = await run(service, now, { ms, clock })
    } catch (error) {
      failures.push(error)
      log({ call: `clock.${job}`, failure: error })
    }
  }
  log({ job: 'clock', ...done })
  warnOfCalendar(now)
  if (failures.length > 0) throw new AggregateError(failures, 'A job of the clock failed')
  return done
}

const WARNING_MINUTE = 9 * 60

/** The clock runs every minute and keeps nothing: one minute of the day is the one in which it warns. */
function warnOfCalendar(now: Date): void {
  const warning = shanghaiMinutes(now) === WARNING_MINUTE ? calendarWarning(now) : null
  if (warning !== null) log({ job: 'calendar', warning })
}

/** What has ended meanwhile is ended first: digests tell of it, and texts of it are not sent. */
const JOBS: [
  name: string,
  ms: number,
  run: (service: Service, now: Date, budget: Budget) => Promise<number>,
][] = [
  ['expired', 5_000, ({ db }, now, time) => whileFull(time, BATCH, () => expireInvitations(db, now, BATCH))],
  ['lapsed', 5_000, ({ db }, now, time) => whileFull(time, BATCH, () => lapseProtections(db, now, BATCH))],
  ['delivered', 15_000, deliverDue],
  ['digests', 10_000, ({ db }, now, time) => tellDigests(db, now, time)],
  [
    'swept',
    5_000,
    async ({ db }, now, time) => {
      await sweep(db, now)
      return whileFull(time, SWEEP_BATCH, () => sweepMessages(db, now, SWEEP_BATCH))
    },
  ],
]

/** Batch after batch until one is not full, or the time is used up. */
async function whileFull({ ms, clock }: Budget, full: number, batch: () => Promise<number>): Promise<number> {
  const begun = clock()
  let total = 0
  for (;;) {
    const done = await batch()
    total += done
    if (done < full || clock() - begun >= ms) return total
  }
}
