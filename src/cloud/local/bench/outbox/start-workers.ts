import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { bundle } from '../bundle'
import type { Cleanup } from '../cleanup'
import type { Ground } from '../ground/open-ground'
import type { Answer, Order } from './orders'

/** All workers deliver at once; what the doors of each were given. */
export type Workers = { deliver(now: Date): Promise<string[][]> }

export async function startWorkers(
  count: number,
  { parts, folder }: Ground,
  cleanup: Cleanup,
): Promise<Workers> {
  const file = path.join(folder, 'outbox-worker.js')
  await bundle({ entryPoints: [path.join(__dirname, 'worker.ts')] }, file)
  const workers = Array.from({ length: count }, () => fork(file, { execArgv: [] }))
  for (const worker of workers) cleanup.later(() => end(worker))
  await Promise.all(workers.map((worker) => ask(worker, { parts })))
  return {
    async deliver(now) {
      const answers = await Promise.all(workers.map((worker) => ask(worker, { now: now.toISOString() })))
      return answers.map((answer) => ('given' in answer ? answer.given : []))
    },
  }
}

async function ask(worker: ChildProcess, order: Order): Promise<Answer> {
  worker.send(order)
  const [said] = (await Promise.race([
    once(worker, 'message'),
    once(worker, 'exit').then(() => {
      throw new Error('A worker ended before it had answered')
    }),
  ])) as [Answer]
  return said
}

async function end(worker: ChildProcess): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return
  const gone = once(worker, 'exit')
  worker.kill()
  await gone
}
