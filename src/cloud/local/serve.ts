import { randomUUID } from 'node:crypto'
import { logTo } from '../log'
import { createLocalApp, type Web } from './app'
import { startChores } from './chores'
import { openLocalDatabase, startLocalPostgres } from './database'
import { loadDemo } from './demo/load'
import { openDemoSessions } from './demo/sessions'
import { HOST, openDoor, PortTaken, type Door } from './door'
import { dataFolder, makeFolder, type DataFolder } from './folder'
import { openLifetime, type Lifetime } from './lifetime'
import { alreadyRunning, banner, phase, portTaken } from './messages'
import { freePort } from './postgres/port'
import { findRunning, markRunning, unmarkRunning } from './running'
import type { LocalService } from './service'
import { buildWeb, WEB_ROOT } from './web/build'
import { isFresh } from './web/fresh'

const DEFAULT_PORT = 8787

/** The whole local server, from nothing to its links. It ends with a signal. */
export async function serveLocally(env: NodeJS.ProcessEnv): Promise<void> {
  const port = readPort(env)
  const folder = dataFolder(env)
  const life = openLifetime(env)
  try {
    const door = await holdPort(port, folder, life)
    const local = await openBackend(folder, `http://${HOST}:${port}`, life)
    const web = await openWeb(env, folder, life)
    const deliver = startChores(local.service, life)
    const app = createLocalApp(local, web, () => new Date())
    door.serve(async (request) => {
      const response = await app.fetch(request)
      if (request.method === 'POST') deliver()
      return response
    })
    // The port stays held until the database has stopped; calls that still come are sent away.
    life.onEnd(() => door.serve(() => new Response(null, { status: 503 })))
    quietPolling()
    console.log(banner(local.service.config.publicUrl, await openDemoSessions(local.service, new Date())))
  } catch (error) {
    if (life.ending) return // what was cut off on the way may fail as it likes
    report(error)
    await life.end(1)
  }
}

/** First of all: two starts at once must not share a database. */
async function holdPort(port: number, folder: DataFolder, life: Lifetime): Promise<Door> {
  const running = await findRunning(folder)
  if (running) throw new Error(alreadyRunning(running, await freePort(port + 1)))
  const instance = randomUUID()
  const door = await openDoor(port, () => ({ instance, ending: life.ending })).catch(
    async (error: unknown) => {
      throw error instanceof PortTaken ? new Error(portTaken(port, await freePort(port + 1))) : error
    },
  )
  life.onEnd(() => door.close())
  makeFolder(folder)
  await markRunning(folder, port, instance)
  life.onEnd(() => unmarkRunning(folder))
  return door
}

async function openBackend(folder: DataFolder, publicUrl: string, life: Lifetime): Promise<LocalService> {
  const postgres = phase('PostgreSQL', startLocalPostgres(folder), ({ reused }) =>
    reused ? 'found running' : 'started',
  )
  life.onEnd(async () => (await postgres.catch(() => null))?.stop())
  const local = await openLocalDatabase(folder, await postgres, publicUrl)
  life.onEnd(() => local.service.db.close())
  await phase('Demo data', loadDemo(local.service, new Date()), (counts) =>
    counts
      ? `${counts.employees} employees, ${counts.jobs} jobs, ${counts.referrals} referrals`
      : 'kept what is there',
  )
  return local
}

async function openWeb(env: NodeJS.ProcessEnv, folder: DataFolder, life: Lifetime): Promise<Web> {
  const compilerPort = Number(env.BOLE_COMPILER_PORT)
  if (compilerPort > 0) return { compilerPort }
  if (isFresh(WEB_ROOT)) console.log('Web build: up to date')
  else {
    console.log('Web build: compiling, about a minute …')
    await phase('Web build', buildWeb(folder.buildLog, life), () => 'done')
  }
  return { root: WEB_ROOT }
}

/** Every open screen asks every few seconds: what went well there would push all else out of sight. */
function quietPolling(): void {
  logTo((line) => {
    if (!/"call":"progress\.sync","code":"ok"/.test(line)) console.log(line)
  })
}

function readPort({ PORT }: NodeJS.ProcessEnv): number {
  const port = PORT ? Number(PORT) : DEFAULT_PORT
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw new Error(`PORT must be a number from 1 to 65535, not "${PORT}".`)
}

function report(error: unknown): void {
  console.error(`\n${error instanceof Error ? error.message : 'The start failed for an unknown reason'}\n`)
}

export function fail(error: unknown): never {
  report(error)
  process.exit(1)
}
