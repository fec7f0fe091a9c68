import type { Cleanup } from '../cleanup'
import { median, round, type Figures } from '../figures'
import type { Ground } from '../ground/open-ground'
import { findPgbench } from '../pgbench/find-pgbench'
import { makeTwin, type Twin } from '../pgbench/twins'
import { tell } from '../tell'
import { OPERATIONS, type Operation } from './operations'
import { rowsLeft } from './rows-left'
import { runClients } from './run-clients'
import type { BareParts } from './bare-server'
import { startServer } from './start-server'

const CLIENTS = [1, 16]
const ROUNDS = 3
/** Node compiles what runs often, and the database prepares what it is asked: a server that is up has both behind it. */
const WARM_UP_SECONDS = 2
const AIM = { atLeast: 0.6 }

type Rates = {
  operation: Operation
  twin: Twin | undefined
  /** The port of the bare server, for a call of one statement. */
  bare: number | undefined
  ours: number[]
  theirs: number[]
  bares: number[]
}

/**
 * Calls per second through the HTTP face, and the same statements through pgbench on the same database, in turns:
 * whatever else the machine does meanwhile, it does to both. A third takes part where a call is one statement: Hono and
 * `pg` with nothing of Bole between them, which tells how much of the distance is ours to close.
 */
export async function measureLoad(
  figures: Figures,
  { ground, seconds, cleanup }: { ground: Ground; seconds: number; cleanup: Cleanup },
): Promise<void> {
  const program = findPgbench()
  if (!program)
    figures.leaveOut('pgbench', 'it is neither on PATH nor in a usual place; it comes with PostgreSQL')
  const { port } = await startServer('server', ground.parts, ground, cleanup)
  const twins = new Map<Operation, Twin>()
  const bares = new Map<Operation, number>()
  for (const operation of OPERATIONS) {
    const warmUp = (on: number) =>
      runClients(operation, { port: on, clients: Math.max(...CLIENTS), seconds: WARM_UP_SECONDS })
    tell(`warming up ${operation.call}`)
    const before = await rowsLeft(operation, ground)
    await warmUp(port)
    if (operation.leaves && (await rowsLeft(operation, ground)) === before)
      throw new Error(`${operation.call} answers, and leaves nothing in ${operation.leaves}`)
    if (!program) continue
    const twin = await makeTwin(program, operation, ground, cleanup)
    twins.set(operation, twin)
    const [statement, second] = twin.statements
    if (!statement || second) continue
    const { strings, values } = statement
    const parts: BareParts = {
      databaseUrl: ground.parts.databaseUrl,
      statement: { strings, values },
      anew: twin.anew,
    }
    const { port: bare } = await startServer('bare-server', parts, ground, cleanup)
    bares.set(operation, bare)
    await warmUp(bare)
  }
  for (const clients of CLIENTS) {
    const rates = OPERATIONS.map((operation): Rates => ({
      operation,
      twin: twins.get(operation),
      bare: bares.get(operation),
      ours: [],
      theirs: [],
      bares: [],
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
  { operation, twin, bare, ours, theirs, bares }: Rates,
  options: { port: number; clients: number; seconds: number },
): Promise<void> {
  ours.push(await runClients(operation, options))
  if (twin) theirs.push(await twin.run(options))
  if (bare !== undefined) bares.push(await runClients(operation, { ...options, port: bare }))
}

function report(figures: Figures, { operation, twin, ours, theirs, bares }: Rates, clients: number): void {
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
    about: { statements: twin.statements.length },
  })
  if (bares.length > 0)
    figures.add({
      name: `${name}, hono and pg alone to pgbench`,
      value: median(bares) / median(theirs),
      unit: 'ratio',
      about: { rounds: bares.map(round) },
    })
}

function inWords({ ours, theirs }: Rates): string {
  const last = (rates: number[]) => String(Math.round(rates.at(-1) ?? 0))
  return theirs.length > 0 ? `${last(ours)}/s, pgbench ${last(theirs)}/s` : `${last(ours)}/s`
}
