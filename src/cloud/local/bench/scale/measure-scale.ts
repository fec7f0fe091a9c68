import { dispatch } from '@/cloud/dispatch'
import { sessionKey } from '@/cloud/secrets'
import { createRandom } from '../../demo/random'
import type { Cleanup } from '../cleanup'
import { median, percentile, type Figures } from '../figures'
import { openCluster, type Ground } from '../ground/open-ground'
import { tokenOf, type Population } from '../ground/population'
import type { Asking } from '../load/operations'
import { tell } from '../tell'
import { createMix, MEASURED, shuffledCalls, type Measured, type Mix } from './mix'
import { openSized } from './open-sized'
import { LARGE, SMALL, touchesOf } from './sizes'

const AIM = { atMost: 1.5 }
const SEED = 20261124
/** At once, in turns: whatever else the machine does meanwhile, it does to both sizes. */
const CLIENTS = 2
const CALLS_A_TURN = 500
/** Node compiles what runs often, and each connection plans a statement five times before it keeps the plan. */
const WARM_UP_TURNS = 2

type Side = { population: Population; ground: Ground; mix: Mix; took: Record<Measured, number[]> }

/**
 * What a hundred times as many touches and applications cost: p95 of each call in the same mix, in this process, on a
 * small and on a large database.
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
    took: { 'share.open': [], 'invitation.send': [], 'progress.list': [] },
  })
  const sides = [await open('small', SMALL), await open('large', LARGE)]
  for (let turn = 1 - WARM_UP_TURNS; turn <= turns; turn++) {
    const calls = shuffledCalls(CALLS_A_TURN, random)
    for (const side of sides) await takeTurn(side, calls, turn > 0)
    tell(turn > 0 ? `turn ${turn} of ${turns}` : 'warming up')
  }
  for (const call of MEASURED) report(figures, call, sides)
}

async function takeTurn(
  { ground, mix, took }: Side,
  calls: readonly Measured[],
  counts: boolean,
): Promise<void> {
  const left = [...calls]
  const ask = async () => {
    for (let call = left.pop(); call; call = left.pop()) {
      const asking = mix(call)
      const startedAt = performance.now()
      await asked(ground, call, asking)
      if (counts) took[call].push(performance.now() - startedAt)
    }
  }
  await Promise.all(Array.from({ length: CLIENTS }, ask))
}

async function asked({ service }: Ground, call: Measured, { person, input }: Asking): Promise<void> {
  const reply = await dispatch(call, input, {
    ...service,
    now: new Date(),
    loginKey: person === null ? null : sessionKey(tokenOf(person)),
    ...{ openid: null, userAgent: null, upload: null },
  })
  if (!reply.ok) throw new Error(`${call} answered ${reply.code}: ${reply.message}`)
}

function report(figures: Figures, call: Measured, sides: readonly Side[]): void {
  const [small = NaN, large = NaN] = sides.map(({ population, took }) => {
    const values = took[call]
    const value = percentile(values, 95)
    const name = `${call} with ${touchesOf(population)} touches, p95`
    figures.add({
      name,
      value,
      unit: 'ms',
      about: { median: Number(median(values).toPrecision(3)), calls: values.length },
    })
    return value
  })
  figures.add({
    name: `${call}, p95 of the large to the small`,
    value: large / small,
    unit: 'ratio',
    aim: AIM,
  })
}
