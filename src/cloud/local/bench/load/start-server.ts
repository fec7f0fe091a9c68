import { fork, type Serializable } from 'node:child_process'
import { once } from 'node:events'
import { openSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { bundle } from '../bundle'
import type { Cleanup } from '../cleanup'
import type { Ground } from '../ground/open-ground'

/**
 * Starts a server of this folder beside us, tells it what it needs, and gives its port. Its log goes to a file, as the
 * platform collects it.
 */
export async function startServer(
  source: 'server' | 'bare-server',
  message: Serializable,
  { folder }: Ground,
  cleanup: Cleanup,
): Promise<number> {
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
  const [started] = (await Promise.race([once(server, 'message'), once(server, 'exit')])) as [unknown]
  if (
    typeof started === 'object' &&
    started !== null &&
    'port' in started &&
    typeof started.port === 'number'
  )
    return started.port
  throw new Error(`${source} did not start:\n${readFileSync(logFile, 'utf8')}`)
}
