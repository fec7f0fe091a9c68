import { spawn } from 'node:child_process'
import os from 'node:os'
import type { Cleanup } from '../cleanup'

export type PgbenchRun = { perSecond: number; transactions: number }

/** New connections plan each statement some times before a plan is kept; ours have that behind them. */
const WARM_UP_SECONDS = 1

/** Runs a script from a file for some seconds with prepared statements. */
export async function runPgbench(options: {
  program: string
  databaseUrl: string
  file: string
  constants: Record<string, string>
  clients: number
  seconds: number
  cleanup: Cleanup
}): Promise<PgbenchRun> {
  const { clients, seconds, file } = options
  const threads = Math.min(clients, os.cpus().length)
  const time = ['-T', WARM_UP_SECONDS + seconds, '-P', WARM_UP_SECONDS]
  const args = ['-n', '-M', 'prepared', '-c', clients, '-j', threads, ...time, '-f', file].map(String)
  for (const [name, value] of Object.entries(options.constants)) args.push('-D', `${name}=${value}`)
  return readRun(await outputOf(options.program, args, environment(options.databaseUrl), options.cleanup))
}

/** The rate is that of the seconds after the first, as they were told one by one. */
export function readRun(output: string): PgbenchRun {
  const transactions = /^number of transactions actually processed: (\d+)/m.exec(output)?.[1]
  const [, ...told] = [...output.matchAll(/^progress: [\d.]+ s, ([\d.]+) tps/gm)].map(([, rate]) =>
    Number(rate),
  )
  if (transactions === undefined || told.length === 0)
    throw new Error(`pgbench said something unexpected:\n${output}`)
  return {
    transactions: Number(transactions),
    perSecond: told.reduce((sum, rate) => sum + rate, 0) / told.length,
  }
}

function outputOf(
  program: string,
  args: string[],
  env: NodeJS.ProcessEnv,
  cleanup: Cleanup,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true })
    cleanup.later(() => child.kill())
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.once('error', reject)
    child.once('close', (code) =>
      code === 0
        ? resolve(output)
        : reject(new Error(`pgbench ended with ${code}:\n${output.slice(0, 2000)}`)),
    )
  })
}

/** The address in parts, so that no password stands in the list of processes. */
function environment(databaseUrl: string): NodeJS.ProcessEnv {
  const { hostname, port, username, password, pathname } = new URL(databaseUrl)
  return {
    ...process.env,
    PGHOST: hostname,
    PGPORT: port,
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: pathname.slice(1),
    PGCLIENTENCODING: 'UTF8',
    LC_ALL: 'C',
  }
}
