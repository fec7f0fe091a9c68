import { fork, type Serializable } from 'node:child_process'
import { once } from 'node:events'
import { openSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { bundle } from '../bundle'
import type { Cleanup } from '../cleanup'
import type { Ground } from '../ground/open-ground'
import { WORK } from './tells-work'

export type Server = {
  port: number
  /** Milliseconds of a core that it has used so far. */
  workMs: () => Promise<number>
}

/**
 * Starts a server of this folder beside us and tells it what it needs. Its log goes to a file, as the
 * platform collects it.
 */
export async function startServer(
  source: 'server' | 'bare-server',
  message: Serializable,
  { folder }: Ground,
  cleanup: Cleanup,
): Promise<Server> {
  const file = path.join(folder, `${source}.js`)
  await bundle({ entryPoints: [path.join(__dirname, `${source}.ts`)] }, file)
  const logFile = path.join(folder, `${source}.log`)
  const log = openSync(logFile, 'a')
  const server = fork(file, { execArgv: [], stdio: ['ignore', log, log, 'ipc'] })
  cleanup.later(async () => {
    if (server.exitCode !== null || server.signalCode !== null) return
    const gone = once(server, 'exit')
    server.kill()
    await gone
  })
  server.send(message)
  const told = async (name: string): Promise<number | undefined> => {
    const [said] = (await Promise.race([once(server, 'message'), once(server, 'exit')])) as [unknown]
    const value = typeof said === 'object' && said !== null ? (said as Record<string, unknown>)[name] : null
    return typeof value === 'number' ? value : undefined
  }
  const port = await told('port')
  if (port === undefined) throw new Error(`${source} did not start:\n${readFileSync(logFile, 'utf8')}`)
  return {
    port,
    async workMs() {
      server.send(WORK)
      const ms = await told('workMs')
      if (ms === undefined) throw new Error(`${source} does not say how much it works`)
      return ms
    },
  }
}
