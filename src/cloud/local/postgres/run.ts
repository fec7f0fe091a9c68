import { spawn } from 'node:child_process'
import path from 'node:path'
import type { Place } from './place'

export type Outcome = { code: number | null; output: string }

/** Runs one of PostgreSQL's programs as the server's user and waits for its end. */
export function run(place: Place, program: 'initdb' | 'pg_ctl', args: readonly string[]): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(path.join(place.bin, program), args, {
      ...place.account,
      cwd: place.folder,
      env: environment(),
      windowsHide: true,
      // The server inherits pg_ctl's output: a pipe would keep us waiting for as long as the server lives.
      stdio: program === 'pg_ctl' ? 'ignore' : ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, output: output.trim() }))
  })
}

/** A developer's own PGPORT, PGDATA or PGHOST must not reach our server. */
function environment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('PG') && !name.startsWith('LC_'),
  )
  return { ...Object.fromEntries(own), LC_ALL: 'C' }
}
