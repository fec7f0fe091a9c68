import { fork } from 'node:child_process'
import { once } from 'node:events'
import { openSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { bundle } from '../bundle'
import type { Cleanup } from '../cleanup'
import { environment } from '../environment'
import { functionFolder } from '../functions'
import type { Ground } from '../ground/open-ground'
import type { Done, Order, RunnerParts } from './order'

/** Calls the function for a while. */
export type Runner = (order: Order) => Promise<Done>

/** Starts the `api` function in a process of its own. Its log goes to a file, as the platform collects it. */
export async function startRunner(ground: Ground, cleanup: Cleanup): Promise<Runner> {
  const file = path.join(ground.folder, 'api-runner.js')
  await bundle({ entryPoints: [path.join(__dirname, 'runner.ts')] }, file)
  const logFile = path.join(ground.folder, 'api-runner.log')
  const log = openSync(logFile, 'a')
  const env = { ...environment(ground), WX_CONTEXT_KEYS: 'WX_OPENID,WX_SOURCE', WX_SOURCE: 'wx_client' }
  const child = fork(file, { env, execArgv: [], stdio: ['ignore', log, log, 'ipc'] })
  cleanup.later(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill()
    await gone
  })
  const told = async (): Promise<unknown> => {
    const over = new AbortController()
    try {
      const { signal } = over
      const [said] = (await Promise.race([
        once(child, 'message', { signal }),
        once(child, 'exit', { signal }),
      ])) as [unknown]
      return said
    } finally {
      over.abort()
    }
  }
  const numberIn = (said: unknown, name: string): number => {
    const value = typeof said === 'object' && said !== null ? (said as Record<string, unknown>)[name] : null
    if (typeof value === 'number') return value
    throw new Error(`The function failed:\n${readFileSync(logFile, 'utf8').slice(-4000)}`)
  }
  child.send({ folder: functionFolder('api') } satisfies RunnerParts)
  numberIn(await told(), 'ready')
  return async (order) => {
    child.send(order)
    const said = await told()
    return { perSecond: numberIn(said, 'perSecond'), workMs: numberIn(said, 'workMs') }
  }
}
