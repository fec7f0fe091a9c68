import { runClock } from '../clock'
import type { Service } from '../context'
import { oneAtATime } from '../one-at-a-time'
import { deliverDue } from '../outbox'
import type { Lifetime } from './lifetime'

const DELIVER_EVERY_MS = 2_000
const CLOCK_EVERY_MS = 60_000

/** What the timer does in production. Returns the delivery, to be run right after a call as well. */
export function startChores(service: Service, life: Lifetime): () => void {
  const deliver = oneAtATime('deliver', () => deliverDue(service, new Date()))
  const clock = oneAtATime('clock', () => runClock(service, new Date()))
  const timers = [setInterval(deliver, DELIVER_EVERY_MS), setInterval(clock, CLOCK_EVERY_MS)]
  life.onEnd(() => timers.forEach((timer) => clearInterval(timer)))
  clock()
  return deliver
}
