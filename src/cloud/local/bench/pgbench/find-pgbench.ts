import { readdirSync } from 'node:fs'
import { accessSync, constants } from 'node:fs'
import path from 'node:path'

const PROGRAM = process.platform === 'win32' ? 'pgbench.exe' : 'pgbench'

/** Folders with one folder per version in them, and where below it the programs are. */
const INSTALLATIONS: [home: string, version: RegExp, programs: string][] = [
  ['/usr/lib/postgresql', /^\d+/, 'bin'],
  ['/usr', /^pgsql-\d+/, 'bin'],
  ['/opt/homebrew/opt', /^postgresql(@\d+)?$/, 'bin'],
  ['/usr/local/opt', /^postgresql(@\d+)?$/, 'bin'],
  ['/Applications/Postgres.app/Contents/Versions', /^\d+/, 'bin'],
  [path.join(process.env.PROGRAMFILES ?? 'C:\\Program Files', 'PostgreSQL'), /^\d+/, 'bin'],
]

/** A pgbench on this machine: what the person's own PATH says, then the newest in the usual places. */
export function findPgbench(): string | undefined {
  const onPath = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean)
  const usual = INSTALLATIONS.flatMap(([home, version, programs]) =>
    newestFirst(home, version).map((name) => path.join(home, name, programs)),
  )
  return [...onPath, ...usual].map((folder) => path.join(folder, PROGRAM)).find(mayRun)
}

function newestFirst(home: string, version: RegExp): string[] {
  try {
    const digits = (name: string) => Number(/\d+/.exec(name)?.[0] ?? 0)
    return readdirSync(home)
      .filter((name) => version.test(name))
      .sort((a, b) => digits(b) - digits(a))
  } catch {
    return [] // no such folder
  }
}

function mayRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
