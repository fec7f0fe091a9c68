import { fork } from 'node:child_process'
import { once } from 'node:events'
import { openSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { bundle } from '../bundle'
import type { Cleanup } from '../cleanup'
import type { Ground } from '../ground/open-ground'

/** Starts the HTTP face beside us and gives its port. Its log goes to a file, as the platform collects it. */
export async function startServer({ folder, parts }: Ground, cleanup: Cleanup): Promise<number> {
  const file = path.join(folder, 'server.js')
  await bundle({ entryPoints: [path.join(__dirname, 'server.ts')] }, file)
  const logFile = path.join(folder, 'server.log')
  const log = openSync(logFile, 'w')
  const server = fork(file, { execArgv: [], stdio: ['ignore', log, log, 'ipc'] })
  cleanup.later(async () => {
    if (server.exitCode !== null || server.signalCode !== null) return
    const gone = once(server, 'exit')
    server.kill()
    await gone
  })
  server.send(parts)
  const [started] = (await Promise.race([once(server, 'message'), once(server, 'exit')])) as [unknown]
  if (
    typeof started === 'object' &&
    started !== null &&
    'port' in started &&
    typeof started.port === 'number'
  )
    return started.port
  throw new Error(`The HTTP face did not start:\n${readFileSync(logFile, 'utf8')}`)
}
