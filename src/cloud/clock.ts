import { shanghaiMinutes } from '@/domain/shanghai'
import { calendarWarning } from './calendar'
import type { Service } from './context'
import { log } from './log'
import { deliverDue } from './outbox'
import { expireInvitations, lapseProtections, sweep } from './store/upkeep'

const BATCH = 200

/**
 * What has to happen although nobody calls. Each job may run twice or beside itself; one that fails leaves the others
 * their turn, and is thrown at the end so that the platform counts the run as failed.
 */
export async function runClock(service: Service, now: Date): Promise<Record<string, number>> {
  const done: Record<string, number> = {}
  const failures: unknown[] = []
  for (const [job, run] of JOBS) {
    try {
      done[job] = await run(service, now)
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

const JOBS: [string, (service: Service, now: Date) => Promise<number>][] = [
  ['delivered', deliverDue],
  ['expired', ({ db }, now) => expireInvitations(db, now, BATCH)],
  ['lapsed', ({ db }, now) => lapseProtections(db, now, BATCH)],
  [
    'swept',
    async ({ db }, now) => {
      await sweep(db, now)
      return 1
    },
  ],
]
