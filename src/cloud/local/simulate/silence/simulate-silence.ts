import sql from 'sql-template-tag'
import { runClock } from '../../../clock'
import { addDays, atHour } from '@/domain/shanghai'
import { createRandom } from '../../demo/random'
import type { Figures } from '../../bench/figures'
import { createAgenda } from './agenda'
import { anythingDue } from './anything-due'
import { createCalls } from './calls'
import { openClocks, type RunClock } from './clocks'
import { DEATHS, SURE_DEATH } from './mortal'
import { postDoors } from './doors'
import { makeChildren } from './killed'
import { liveOn, refer } from './life'
import { newParts, openInstance } from './parts'
import { settle, type Employee } from './people'
import { createPost } from './post'
import { report } from './report'
import type { World } from './world'
import { createWitness } from './witness'

export type SilenceRun = {
  figures: Figures
  /** Of a database with our tables and nothing in them. */
  databaseUrl: string
  referrals: number
  days: number
  seed: number
  /** How many instances are killed, each in a process of its own. */
  kills: number
  /** How often the clocks run, in minutes of the simulated day; not when there is nothing to do. */
  every: number
  tell: (line: string) => void
  /** Milliseconds since whenever. */
  now: () => number
  /** What is tried. Another than the clock only to see that it is caught. */
  clock?: RunClock
}

/** Monday, 5 January 2026: half a year from here holds Spring Festival, its make-up days and four more holidays. */
const BEGIN = new Date('2026-01-05T00:00:00+08:00')
const FAILURES = 0.05
/** Whoever has not died by then where it was to die, dies at a place that every run comes to. */
const LAST_DEATH_HOUR = 22
/** After the last day the clock goes on until what was tried again is through. */
const DRAIN_DAYS = 5

/**
 * Lets a company live: colleagues refer, candidates answer or do not, recruiters are quick, slow or asleep, all by real
 * calls on a real PostgreSQL; only time and the world behind the doors are made up. Two instances of the clock run
 * again and again, one dies a day. Returns how many of the figures are not as promised.
 */
export async function simulateSilence(run: SilenceRun): Promise<number> {
  const { databaseUrl, referrals, days, seed, kills, every, tell, now: time } = run
  const [steps, lastDeath] = [(24 * 60) / every, (LAST_DEATH_HOUR * 60) / every]
  const begun = time()
  // One for people and one for accidents: how often a kill is tried does not change what people do.
  const [random, accident] = [createRandom(seed), createRandom(seed + 1)]
  const post = createPost(FAILURES)
  const parts = newParts(databaseUrl)
  const service = openInstance(
    parts,
    postDoors(async (parcel) => post.give(parcel)),
    4,
  )
  const clocks = openClocks(parts, post, run.clock ?? runClock)
  const children = kills > 0 ? await makeChildren(parts, post) : null
  const left = new Map<string, Date>()
  try {
    const company = await settle(service, referrals, random, BEGIN)
    const owners = new Map<string, Employee>(company.employees.map((one) => [one.id, one]))
    const world: World = {
      ...{ company, random, days, begin: BEGIN, agenda: createAgenda(), calls: createCalls(service) },
      async ownerOf(id) {
        const { owner } = await service.db.one<{ owner: string | null }>(
          sql`select owner_id as owner from application where id = ${id}`,
        )
        return (owner !== null && owners.get(owner)) || null
      },
      async leaves(employee) {
        employee.active = false
        left.set(employee.id, post.now)
        await service.db.rows(
          sql`update employee set active = false, updated_at = ${post.now} where id = ${employee.employeeId}`,
        )
      },
      choosesQuiet: ({ id }, quiet) => {
        for (const address of addressesOf(company, id)) post.quietOf.set(address, quiet)
      },
    }
    const made = refer(world, referrals)
    liveOn(world)

    const witness = createWitness(service.db, BEGIN)
    const killDays = new Set(Array.from({ length: kills }, (_, n) => Math.floor(((n + 0.5) * days) / kills)))
    let [killed, ticks] = [0, 0]
    for (let day = 0; day < days + DRAIN_DAYS; day++) {
      const midnight = addDays(BEGIN, day)
      const dying = Math.floor(accident.next() * lastDeath)
      const diedBefore = clocks.deaths
      let killing = killDays.has(day)
      for (let step = 0; step < steps; step++) {
        const now = new Date(midnight.getTime() + step * every * 60_000)
        if (day < days) await world.agenda.until(now)
        post.now = now
        if (day < days && step === dying) clocks.die(accident.pick(DEATHS), accident)
        // It never came to that place today.
        if (day < days && step === lastDeath && clocks.deaths === diedBefore) clocks.die(SURE_DEATH, accident)
        if (killing && children && now > atHour(midnight, 9)) {
          const died = await children.killed(now, 1 + Math.floor(accident.next() * 3))
          if (died) killed++
          killing = !died
          await witness.lookForCutOff()
        }
        if (!clocks.dying && !(await anythingDue(service.db, now))) continue
        const before = clocks.deaths
        await clocks.tick(now, ++ticks % 2 === 1)
        if (clocks.deaths > before) await witness.lookForCutOff()
      }
      await witness.look(post.now)
      if (day < days && Math.floor(((day + 1) * 10) / days) > Math.floor((day * 10) / days))
        tell(
          `silence: day ${day + 1} of ${days}, ${made.made} referrals, ${world.calls.made} calls, ${witness.messages} messages`,
        )
    }
    return await report({
      ...{
        figures: run.figures,
        post,
        witness,
        clocks,
        world,
        service,
        left,
        killed,
        ticks,
        made: made.made,
      },
      ...{ end: addDays(BEGIN, days + DRAIN_DAYS), seconds: (time() - begun) / 1000 },
    })
  } finally {
    children?.remove()
    await clocks.close()
    await service.db.close()
  }
}

function addressesOf({ employees, recruiters, candidates }: World['company'], id: string): string[] {
  const colleague = [...employees, ...recruiters].find((one) => one.id === id)
  const person = colleague ?? candidates.find((one) => one.id === id)
  return [person?.openid, colleague?.wecom, colleague?.email].filter((address) => typeof address === 'string')
}
