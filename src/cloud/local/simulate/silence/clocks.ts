import type { runClock } from '../../../clock'
import type { Random } from '../../demo/random'
import { postDoors } from './doors'
import { mortal, type Death, type Mortal } from './mortal'
import { openInstance, type Parts } from './parts'
import type { Post } from './post'

export type RunClock = (...run: Parameters<typeof runClock>) => Promise<unknown>

/** Two instances of the clock, one of which dies once a day. */
export type Clocks = {
  /** Both run: one after the other, or side by side. */
  tick(now: Date, sideBySide: boolean): Promise<void>
  /** One of them will die when it comes to that place, and not where it was going to die before. */
  die(death: Death, random: Random): void
  readonly deaths: number
  /** One of them is going to. */
  readonly dying: boolean
  /** Runs that failed and had not died. */
  readonly failures: number
  close(): Promise<void>
}

export function openClocks(parts: Parts, post: Post, run: RunClock): Clocks {
  const instances = [0, 1].map(() => {
    const real = openInstance(
      parts,
      postDoors(async (parcel) => post.give(parcel)),
      2,
    )
    const life = mortal(real.db, post)
    return { life, service: { ...real, db: life.db, doors: life.doors }, close: () => real.db.close() }
  })
  let [deaths, failures] = [0, 0]

  const once = async ({ life, service }: { life: Mortal; service: Parameters<RunClock>[0] }, now: Date) => {
    try {
      await run(service, now)
    } catch {
      if (!life.dead) failures++
    }
    // Also one whose last step was its death: the run itself may have come to its end.
    if (!life.dead) return
    deaths++
    life.revive()
  }

  return {
    async tick(now, sideBySide) {
      const [first, second] = instances
      if (!first || !second) return
      if (sideBySide) await Promise.all([once(first, now), once(second, now)])
      else {
        await once(first, now)
        await once(second, now)
      }
    },
    die: (death, random) => {
      for (const { life } of instances) life.awaits(null)
      random.pick(instances).life.awaits(death)
    },
    get deaths() {
      return deaths
    },
    get dying() {
      return instances.some(({ life }) => life.dying)
    },
    get failures() {
      return failures
    },
    close: async () => void (await Promise.all(instances.map((one) => one.close()))),
  }
}
