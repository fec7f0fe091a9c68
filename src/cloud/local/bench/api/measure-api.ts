import type { Cleanup } from '../cleanup'
import { median, round, type Aim, type Figures } from '../figures'
import { makeBundles } from '../functions'
import type { Ground } from '../ground/open-ground'
import { OPERATIONS, type Operation } from '../load/operations'
import { rowsLeft } from '../load/rows-left'
import { findPgbench } from '../pgbench/find-pgbench'
import { makeTwin, type Twin } from '../pgbench/twins'
import { tell } from '../tell'
import { openLogins } from './logins'
import { CONNECTIONS_EACH, INSTANCES } from './order'
import { startRunner, type Runner } from './start-runner'

const CLIENTS = [1, 16]
const ROUNDS = 5
/** Node compiles what runs often, in each instance by itself. */
const WARM_UP_SECONDS = 8
const AIMS: Partial<Record<Operation['call'], Aim>> = { 'share.open': { atLeast: 0.6 } }

/**
 * Calls per second of the bundled `api` function, which is how the mini-program reaches the cloud: no HTTP layer of ours
 * runs in it. In turns with the same statements through pgbench on the same database, which has a connection for each
 * client. One process for all calls in flight. The ratio is that of each round: what the machine does besides changes.
 */
export async function measureApi(
  figures: Figures,
  { ground, seconds, cleanup }: { ground: Ground; seconds: number; cleanup: Cleanup },
): Promise<void> {
  const program = findPgbench()
  if (!program) return figures.leaveOut('api', 'pgbench is not here; it comes with PostgreSQL')
  await makeBundles()
  await openLogins(ground)
  const runner = await startRunner(ground, cleanup)
  for (const operation of OPERATIONS) {
    await warmUp(operation, runner, ground)
    const twin = await makeTwin(program, operation, ground, cleanup)
    for (const clients of CLIENTS) {
      const rates = await takeTurns({ operation, twin, runner, clients, seconds })
      report(figures, operation, clients, rates)
    }
  }
}

async function warmUp(operation: Operation, runner: Runner, ground: Ground): Promise<void> {
  const before = await rowsLeft(operation, ground)
  await runner({ call: operation.call, clients: Math.max(...CLIENTS), seconds: WARM_UP_SECONDS })
  if (operation.leaves && (await rowsLeft(operation, ground)) === before)
    throw new Error(`${operation.call} answers, and leaves nothing in ${operation.leaves}`)
}

type Rates = { ours: number[]; theirs: number[]; ratios: number[]; work: number[] }

async function takeTurns(parts: {
  operation: Operation
  twin: Twin
  runner: Runner
  clients: number
  seconds: number
}): Promise<Rates> {
  const { operation, twin, runner, clients, seconds } = parts
  const rates: Rates = { ours: [], theirs: [], ratios: [], work: [] }
  for (let round = 1; round <= ROUNDS; round++) {
    const { perSecond: ours, workMs } = await runner({ call: operation.call, clients, seconds })
    const theirs = await twin.run({ clients, seconds })
    rates.ours.push(ours)
    rates.theirs.push(theirs)
    rates.ratios.push(ours / theirs)
    rates.work.push(workMs)
    tell(
      `round ${round}, ${clients} in flight, ${operation.call}: ${Math.round(ours)}/s, pgbench ${Math.round(theirs)}/s`,
    )
  }
  return rates
}

function report(
  figures: Figures,
  operation: Operation,
  clients: number,
  { ours, theirs, ratios, work }: Rates,
): void {
  const name = `${operation.call} at ${clients}`
  const aim = AIMS[operation.call]
  const rounds = (values: number[]) => ({ rounds: values.map(round) })
  const instances = Math.min(clients, INSTANCES)
  figures.add({
    ...{ name: `${name}, api`, value: median(ours), unit: '1/s' },
    about: { ...rounds(ours), connections: instances * CONNECTIONS_EACH, workMsPerCall: round(median(work)) },
  })
  figures.add({ name: `${name}, pgbench`, value: median(theirs), unit: '1/s', about: rounds(theirs) })
  figures.add({
    ...{ name: `${name}, api to pgbench`, value: median(ratios), unit: 'ratio' },
    ...(aim && { aim }),
    about: rounds(ratios),
  })
}
