import { createRequire } from 'node:module'
import path from 'node:path'
import type { Reply } from '@/contract/call'
import type { CallName } from '@/contract/calls'
import { openidOf } from '../ground/population'
import { API_OPERATIONS, type Asking } from '../load/operations'
import { INSTANCES, type Done, type Order, type RunnerParts } from './order'

type Main = (event: unknown, context: object) => Promise<Reply<unknown>>

let strangers = 0

/**
 * The `api` function as it is deployed, called as the cloud calls it: the event comes as JSON, the caller stands in the
 * environment, the answer goes as JSON. The cloud starts an instance for each call at a time; here they share a process,
 * which is possible because the function looks at its environment first and at nothing of it later.
 */
process.once('message', ({ folder }: RunnerParts) => {
  const instances = Array.from({ length: INSTANCES }, () => load(path.join(folder, 'index.js')))
  process.on('message', (order: Order) => {
    run(instances, order).then(
      (done) => process.send?.(done),
      (error: unknown) => {
        process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
        process.exit(1)
      },
    )
  })
  process.send?.({ ready: 1 })
})
process.once('disconnect', () => process.exit())

/** Each time another one, with connections of its own. */
function load(file: string): Main {
  const require = createRequire(__filename)
  const { main } = require(file) as { main: Main }
  Reflect.deleteProperty(require.cache, file)
  return main
}

async function run(instances: Main[], { call, clients, seconds }: Order): Promise<Done> {
  const operation = API_OPERATIONS.find((one) => one.call === call)
  if (!operation) throw new Error(`Nobody has said how ${call} is asked`)
  const [startedAt, workBefore] = [performance.now(), process.cpuUsage()]
  const until = startedAt + seconds * 1000
  const askUntil = async (number: number): Promise<number> => {
    const next = operation.client(number)
    const main = instances[number % instances.length]
    if (!main) throw new Error('There is no instance')
    let answered = 0
    while (performance.now() < until) {
      await ask(main, call, next())
      answered++
    }
    return answered
  }
  const answered = await Promise.all(Array.from({ length: clients }, (_, number) => askUntil(number)))
  const calls = answered.reduce((sum, one) => sum + one, 0)
  const { user, system } = process.cpuUsage(workBefore)
  return {
    perSecond: calls / ((performance.now() - startedAt) / 1000),
    workMs: (user + system) / 1000 / calls,
  }
}

async function ask(main: Main, call: CallName, { person, input }: Asking): Promise<void> {
  const event = JSON.stringify({ call, input })
  process.env.WX_OPENID = person === null ? `oStranger${++strangers}` : openidOf(person)
  const reply = await main(JSON.parse(event), {})
  const answer = JSON.stringify(reply)
  if (!reply.ok) throw new Error(`${call} answered ${answer}`)
}
