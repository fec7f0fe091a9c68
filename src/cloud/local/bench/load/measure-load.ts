import type { Cleanup } from '../cleanup'
import { median, round, type Figures } from '../figures'
import type { Ground } from '../ground/open-ground'
import { findPgbench } from '../pgbench/find-pgbench'
import { makeTwin, type Twin } from '../pgbench/twins'
import { tell } from '../tell'
import { OPERATIONS, type Operation } from './operations'
import { runClients } from './run-clients'
import { startServer } from './start-server'

const CLIENTS = [1, 16]
const ROUNDS = 3
/** Node compiles what runs often, and the database prepares what it is asked: a server that is up has both behind it. */
const WARM_UP_SECONDS = 2
const AIM = { atLeast: 0.6 }

type Rates = { operation: Operation; twin: Twin | undefined; ours: number[]; theirs: number[] }

/**
 * Calls per second through the HTTP face, and the same statements through pgbench on the same database, in turns:
 * whatever else the machine does meanwhile, it does to both.
 */
export async function measureLoad(
  figures: Figures,
  { ground, seconds, cleanup }: { ground: Ground; seconds: number; cleanup: Cleanup },
): Promise<void> {
  const program = findPgbench()
  if (!program)
    figures.leaveOut('pgbench', 'it is neither on PATH nor in a usual place; it comes with PostgreSQL')
  const port = await startServer(ground, cleanup)
  const twins = new Map<Operation, Twin>()
  for (const operation of OPERATIONS) {
    if (program) twins.set(operation, await makeTwin(program, operation, ground, cleanup))
    tell(`warming up ${operation.call}`)
    await runClients(operation, { port, clients: Math.max(...CLIENTS), seconds: WARM_UP_SECONDS })
  }
  for (const clients of CLIENTS) {
    const rates = OPERATIONS.map((operation): Rates => ({
      operation,
      twin: twins.get(operation),
      ours: [],
      theirs: [],
    }))
    for (let turn = 1; turn <= ROUNDS; turn++) {
      for (const rate of rates) {
        await takeTurn(rate, { port, clients, seconds })
        tell(`round ${turn}, ${clients} clients, ${rate.operation.call}: ${inWords(rate)}`)
      }
    }
    for (const rate of rates) report(figures, rate, clients)
  }
}

async function takeTurn(
  { operation, twin, ours, theirs }: Rates,
  options: { port: number; clients: number; seconds: number },
): Promise<void> {
  ours.push(await runClients(operation, options))
  if (twin) theirs.push(await twin.run(options))
}

function report(figures: Figures, { operation, twin, ours, theirs }: Rates, clients: number): void {
  const name = `${operation.call} at ${clients}`
  const rate = (who: string, rounds: number[]) =>
    figures.add({
      name: `${name}, ${who}`,
      value: median(rounds),
      unit: '1/s',
      about: { rounds: rounds.map(round) },
    })
  rate('http', ours)
  if (!twin) return
  rate('pgbench', theirs)
  figures.add({
    name: `${name}, http to pgbench`,
    value: median(ours) / median(theirs),
    unit: 'ratio',
    aim: AIM,
    about: { statements: twin.statements },
  })
}

function inWords({ ours, theirs }: Rates): string {
  const last = (rates: number[]) => String(Math.round(rates.at(-1) ?? 0))
  return theirs.length > 0 ? `${last(ours)}/s, pgbench ${last(theirs)}/s` : `${last(ours)}/s`
}
