import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { freePort } from '@/cloud/local/postgres/port'
import { readRecord } from '@/cloud/local/postgres/record'
import { removePostgres, startPostgres } from '@/cloud/local/postgres'

// The server a developer starts with `npm start`, as a process of its own with data of its own.

const PROJECT = path.resolve(__dirname, '..')
/** A start that has to compile the web build first takes a minute, on a busy machine two. */
export const START_MS = 240_000
const STOP_MS = 30_000

export type OutboxText = {
  to: string | null
  kind: 'login-code' | 'invitation' | 'message'
  body: string | null
  at: string
  state: 'waiting' | 'sent' | 'dropped' | 'dead'
}

export type DemoRole = 'referrer' | 'candidate' | 'recruiter'

export type LocalServer = {
  url: string
  /** Each logs a demo person in. */
  links: Record<DemoRole, string>
  /** Of the demo person, for calls without a page. */
  tokenOf(role: DemoRole): string
  dataFolder: string
  databaseUrl: string
  outbox(): Promise<OutboxText[]>
  /** Everything the process has written so far. */
  output(): string
  /** What its PostgreSQL has written so far. */
  databaseLog(): Promise<string>
  /** Ends it in good order and removes its data. */
  stop(): Promise<void>
}

/**
 * Starts `src/cloud/local/start.ts` in an empty data folder and comes back when its links are there.
 *
 *     const server = await startLocalServer()  // beforeAll(…, START_MS)
 *     await server.stop()                      // afterAll
 */
export async function startLocalServer(): Promise<LocalServer> {
  const dataFolder = await mkdtemp(path.join(os.tmpdir(), 'bole-e2e-'))
  const url = `http://127.0.0.1:${await freePort()}`
  const { child, output } = launch(dataFolder, new URL(url).port)
  const stop = async () => {
    await end(child)
    await removePostgres({ dataDir: path.join(dataFolder, 'postgres') })
    await rm(dataFolder, { recursive: true, force: true })
  }
  try {
    const links = linksIn(await untilReady(child, output))
    // The server's own PostgreSQL: this finds it running and starts none.
    const database = await startPostgres({ dataDir: path.join(dataFolder, 'postgres') })
    if (!database.reused) throw new Error('The server said it was ready, and its PostgreSQL was not running')
    return {
      ...{ url, links, dataFolder, output, stop },
      databaseUrl: database.url,
      tokenOf: (role) => new URL(links[role]).searchParams.get('session') ?? '',
      outbox: async () => (await (await fetch(`${url}/outbox.json`)).json()) as OutboxText[],
      databaseLog: () => readDatabaseLog(dataFolder),
    }
  } catch (error) {
    await stop()
    throw error
  }
}

function launch(dataFolder: string, port: string) {
  const { NODE_ENV: _, ...env } = process.env
  const child = spawn(process.execPath, ['--import', 'tsx', path.join('src', 'cloud', 'local', 'start.ts')], {
    cwd: PROJECT,
    // npm's variables let the server notice that whoever started it was killed.
    env: { ...env, npm_lifecycle_event: 'e2e', BOLE_DATA: dataFolder, PORT: port } as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let written = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8')
    stream.on('data', (text: string) => (written += text))
  }
  return { child, output: () => written }
}

/** The banner is the last thing a start prints; its end is the line about `npm run reset`. */
function untilReady(child: ChildProcess, output: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void) => {
      clearTimeout(timer)
      child.off('exit', onExit)
      child.stdout?.off('data', onData)
      finish()
    }
    const fail = (why: string) =>
      settle(() => reject(new Error(`The local server ${why}. It wrote:\n${output()}`)))
    const onExit = (code: number | null) => fail(`ended with ${code} before it was ready`)
    const onData = () => output().includes('npm run reset') && settle(() => resolve(output()))
    const timer = setTimeout(() => fail(`was not ready within ${START_MS / 1000} s`), START_MS - 5_000)
    child.on('exit', onExit)
    child.stdout?.on('data', onData)
  })
}

function linksIn(banner: string): Record<DemoRole, string> {
  const linkOf = (role: string) => {
    const link = new RegExp(`${role}\\s.*?(http://\\S+)`).exec(banner)?.[1]
    if (!link) throw new Error(`The server printed no link for the ${role}:\n${banner}`)
    return link
  }
  return { referrer: linkOf('Referrer'), candidate: linkOf('Candidate'), recruiter: linkOf('Recruiter') }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS)
  await ended
  clearTimeout(timer)
}

async function readDatabaseLog(dataFolder: string): Promise<string> {
  const record = readRecord(path.join(dataFolder, 'postgres'))
  if (!record) throw new Error('The server keeps no record of its PostgreSQL')
  return readFile(path.join(record.folder, 'log'), 'utf8')
}
