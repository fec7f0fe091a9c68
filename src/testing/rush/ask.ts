import type { OutputOf, Reply } from '@/contract/call'
import type { CallName, CallOf } from '@/contract/calls'
import { dispatch } from '@/cloud/dispatch'
import type { Random } from '@/cloud/local/demo/random'
import { openDatabase, type Database } from '@/cloud/store/database'
import type { Company, Sent, Somebody } from '../company'

/** From when to when something ran, in steps of the rush: what ended before another began was there for it. */
export type Span = { began: number; ended: number }

export type Asked<Name extends CallName> = Span & { now: Date; reply: Reply<OutputOf<CallOf<Name>>> }

/** Makes one call, and tells when. */
export type Ask = <Name extends CallName>(
  who: Somebody | null,
  name: Name,
  input: Sent<Name>,
) => Promise<Asked<Name>>

const STEP_MS = 10
/** Function instances do not agree about the time to the millisecond. */
const SKEW_MS = 25

export type Asking = {
  /** Through connections of the asker's own, as instances of a function have them. */
  over(connections: number): Ask
  /** The moment of the next call, and of those after it in steps. */
  at(moment: Date): void
  close(): Promise<void>
}

export function createAsking(company: Company, random: Random): Asking {
  const pools: Database[] = []
  const moments = new Set<number>()
  let steps = 0
  let clock = 0

  /** No two calls share a moment, so that each row tells whose it is. */
  const moment = (): Date => {
    clock += STEP_MS
    let ms = clock + Math.round(random.between(-SKEW_MS, SKEW_MS))
    while (moments.has(ms)) ms += 1
    moments.add(ms)
    return new Date(ms)
  }

  return {
    over(connections) {
      const db = openDatabase(company.url, { max: connections, onIdleError: () => undefined })
      pools.push(db)
      return async (who, name, input) => {
        const began = ++steps
        const now = moment()
        const reply = await dispatch(name, input, { ...company.context(who), db, now })
        return {
          reply: reply as Awaited<ReturnType<typeof company.call<typeof name>>>,
          now,
          began,
          ended: ++steps,
        }
      }
    },
    at: (start) => {
      clock = start.getTime()
      moments.clear()
    },
    close: async () => void (await Promise.all(pools.map((pool) => pool.close()))),
  }
}
