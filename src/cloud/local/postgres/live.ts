import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Place } from './place'
import { opens } from './connection'

const STARTING_MS = 30_000

/**
 * The port of the server that already runs on this data, or nothing when there is none: then a pid file that
 * a killed server left behind is gone as well. The server outlives a killed parent, so this is an everyday case.
 */
export async function liveServer(place: Place, password: string): Promise<number | undefined> {
  const deadline = Date.now() + STARTING_MS
  for (;;) {
    const running = readPidFile(place)
    if (!running) return undefined
    if (!isOurs(running, place)) {
      await rm(pidFile(place), { force: true })
      return undefined
    }
    if (running.port && (await opens(running.port, password, place.pgdata))) return running.port
    if (Date.now() > deadline) {
      throw new Error(
        `PostgreSQL process ${running.pid} holds ${place.pgdata} but does not answer with our password. ` +
          `Stop it ("kill ${running.pid}") and start again; if that does not help, "npm run reset".`,
      )
    }
    await wait(100)
  }
}

type PidFile = { pid: number; pgdata: string; port: number | undefined }

const pidFile = (place: Place) => path.join(place.pgdata, 'postmaster.pid')

function readPidFile(place: Place): PidFile | undefined {
  let text: string
  try {
    text = readFileSync(pidFile(place), 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  const [pid = '', pgdata = '', , port = ''] = text.split('\n')
  return { pid: Number(pid), pgdata: pgdata.trim(), port: Number(port) || undefined }
}

/** A pid says nothing by itself: after a restart of the machine it can belong to anything. */
function isOurs({ pid, pgdata }: PidFile, place: Place): boolean {
  if (pgdata && path.resolve(pgdata) !== place.pgdata) return false // came with a copied folder
  if (!Number.isInteger(pid) || pid <= 0) return false
  const command = commandOf(pid)
  return command.includes('postgres') && (process.platform === 'win32' || command.includes(place.pgdata))
}

function commandOf(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    const [program, args] =
      process.platform === 'win32'
        ? ['tasklist', ['/fi', `PID eq ${pid}`, '/fo', 'csv', '/nh']]
        : ['ps', ['-o', 'command=', '-p', String(pid)]]
    return execFileSync(program as string, args as string[], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  } catch {
    return '' // no such process
  }
}
