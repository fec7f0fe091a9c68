import { runClock } from '../clock'
import type { Service } from '../context'
import { log } from '../log'
import { deliverDue } from '../outbox'
import type { Lifetime } from './lifetime'

const DELIVER_EVERY_MS = 2_000
const CLOCK_EVERY_MS = 60_000

/** What the timer does in production. Returns the delivery, to be run right after a call as well. */
export function startChores(service: Service, life: Lifetime): () => void {
  const deliver = once('deliver', () => deliverDue(service, new Date()))
  const clock = once('clock', () => runClock(service, new Date()))
  const timers = [setInterval(deliver, DELIVER_EVERY_MS), setInterval(clock, CLOCK_EVERY_MS)]
  life.onEnd(() => timers.forEach((timer) => clearInterval(timer)))
  clock()
  return deliver
}

/** One run at a time; one that is asked for meanwhile follows, so that nothing written during a run is left lying. */
function once(call: string, run: () => Promise<unknown>): () => void {
  let running = false
  let again = false
  const go = async (): Promise<void> => {
    do {
      again = false
      try {
        await run()
      } catch (failure) {
        log({ call, failure })
      }
    } while (again)
    running = false
  }
  return () => {
    if (running) again = true
    else {
      running = true
      void go()
    }
  }
}
