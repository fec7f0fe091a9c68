import { spawn } from 'node:child_process'
import os from 'node:os'
import type { Cleanup } from '../cleanup'

export type PgbenchRun = { perSecond: number; transactions: number }

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
  const args = ['-n', '-M', 'prepared', '-c', clients, '-j', threads, '-T', seconds, '-f', file].map(String)
  for (const [name, value] of Object.entries(options.constants)) args.push('-D', `${name}=${value}`)
  const output = await outputOf(options.program, args, environment(options.databaseUrl), options.cleanup)
  const transactions = numberIn(output, /^number of transactions actually processed: (\d+)/m)
  // "without initial connection time" since PostgreSQL 14, "excluding connections establishing" before; "nan" of nothing.
  const tps = /^tps = ([\d.]+) \((?:without|excluding)/m
  return { transactions, perSecond: transactions === 0 ? 0 : numberIn(output, tps) }
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
    let errors = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
    child.once('error', reject)
    child.once('close', (code) =>
      code === 0
        ? resolve(output)
        : reject(new Error(`pgbench ended with ${code}:\n${errors.slice(0, 2000)}`)),
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

function numberIn(output: string, pattern: RegExp): number {
  const found = pattern.exec(output)?.[1]
  if (found === undefined) throw new Error(`pgbench said something unexpected:\n${output}`)
  return Number(found)
}
