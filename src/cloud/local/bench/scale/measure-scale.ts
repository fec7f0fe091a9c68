import sql from 'sql-template-tag'
import { openDatabase } from '../../../store/database'
import { createRandom } from '../../demo/random'
import type { Cleanup } from '../cleanup'
import { median, percentile, round, type Figures } from '../figures'
import { openCluster, type Ground } from '../ground/open-ground'
import { RECRUITER, referralsOf, type Population } from '../ground/population'
import { tell } from '../tell'
import { timeOf } from './ask'
import { createMix, MEASURED, shuffledCalls, type Measured, type Mix } from './mix'
import { openSized } from './open-sized'
import { LARGE, SMALL, touchesOf } from './sizes'

const AIM = { atMost: 1.5 }
const SEED = 20261124
const CLIENTS = 2
const CALLS_A_TURN = 500
/** Node compiles what runs often. */
const WARM_UP_TURNS = 2
/** PostgreSQL plans a statement for its values so often on each connection, before it keeps a plan for all. */
const PLANNED = 5
const CONNECTIONS_A_TURN = 2
const RECRUITER_CALLS = 11

type Took = Record<Measured, number[]>
type Side = { population: Population; ground: Ground; mix: Mix; warm: Took; fresh: Took }

/**
 * What a hundred times as many touches and applications cost: p95 of each call in the same mix, in this process, on a
 * small and on a large database in turns: whatever else the machine does meanwhile, it does to both. And p95 of the
 * first calls on a new connection, which is what a new instance of a function makes.
 */
export async function measureScale(
  figures: Figures,
  { cleanup, turns }: { cleanup: Cleanup; turns: number },
): Promise<void> {
  const cluster = await openCluster(cleanup)
  const random = createRandom(SEED)
  const open = async (name: string, population: Population): Promise<Side> => ({
    population,
    ground: await openSized(cluster, name, population, cleanup),
    mix: createMix(population, random),
    ...{ warm: nothing(), fresh: nothing() },
  })
  const sides = [await open('small', SMALL), await open('large', LARGE)]
  for (let turn = 1 - WARM_UP_TURNS; turn <= turns; turn++) {
    tell(turn > 0 ? `turn ${turn} of ${turns}` : 'warming up')
    const calls = shuffledCalls(CALLS_A_TURN, random)
    for (const side of sides) await askMix(side, calls, turn > 0)
    if (turn <= 0) continue
    for (let connection = 0; connection < CONNECTIONS_A_TURN; connection++) {
      for (const side of sides) await askOnNewConnection(side)
    }
  }
  for (const call of MEASURED) {
    compare(figures, call, sides, ({ warm }) => warm[call])
    compare(figures, `${call} on a new connection`, sides, ({ fresh }) => fresh[call])
  }
  for (const side of sides) await measureRecruiter(figures, side)
}

function nothing(): Took {
  return { 'share.open': [], 'invitation.send': [], 'progress.list': [] }
}

async function askMix(
  { ground, mix, warm }: Side,
  calls: readonly Measured[],
  counts: boolean,
): Promise<void> {
  const left = [...calls]
  const ask = async () => {
    for (let call = left.pop(); call; call = left.pop()) {
      const ms = await timeOf(ground.service, call, mix(call))
      if (counts) warm[call].push(ms)
    }
  }
  await Promise.all(Array.from({ length: CLIENTS }, ask))
}

async function askOnNewConnection({ ground, mix, fresh }: Side): Promise<void> {
  const db = openDatabase(ground.parts.databaseUrl, { max: 1, onIdleError: () => undefined })
  try {
    await db.rows(sql`select 1`)
    for (const call of MEASURED) {
      for (let time = 0; time < PLANNED; time++)
        fresh[call].push(await timeOf({ ...ground.service, db }, call, mix(call)))
    }
  } finally {
    await db.close()
  }
}

function compare(
  figures: Figures,
  name: string,
  sides: readonly Side[],
  tookBy: (side: Side) => number[],
): void {
  const [small = NaN, large = NaN] = sides.map((side) => {
    const took = tookBy(side)
    const value = percentile(took, 95)
    const about = { median: round(median(took)), calls: took.length }
    figures.add({ name: `${name} with ${touchesOf(side.population)} touches, p95`, value, unit: 'ms', about })
    return value
  })
  figures.add({
    name: `${name}, p95 of the large to the small`,
    value: large / small,
    unit: 'ratio',
    aim: AIM,
  })
}

/** The one list that grows with the company: told, not judged. */
async function measureRecruiter(figures: Figures, { ground, population }: Side): Promise<void> {
  const took: number[] = []
  for (let call = 0; call < RECRUITER_CALLS; call++)
    took.push(
      await timeOf(ground.service, 'progress.list', { person: RECRUITER, input: { as: 'recruiter' } }),
    )
  const name = `progress.list of a recruiter with ${referralsOf(population)} applications`
  figures.add({ name, value: median(took), unit: 'ms', about: { calls: RECRUITER_CALLS } })
}
