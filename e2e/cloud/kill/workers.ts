import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { bundle } from '@/cloud/local/bench/bundle'
import type { Company } from '@/testing/company'
import { groundOf, untilDisconnected } from './children'
import type { WorkDeath, WorkOrder } from './order'

export type Workers = {
  /** Delivers what is due in a new process; whether it lived to the end. Resolves once the database is done with it. */
  deliver(now: Date, death: WorkDeath | null): Promise<boolean>
  /** What the doors of all of them were given since it was last asked, each `channel id`. */
  given(): string[]
  remove(): void
}

export async function makeWorkers(company: Company): Promise<Workers> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'bole-kill-'))
  const [file, ledger] = [path.join(folder, 'worker.js'), path.join(folder, 'ledger')]
  await bundle({ entryPoints: [path.join(__dirname, 'worker.ts')] }, file)
  writeFileSync(ledger, '')
  let born = 0
  return {
    async deliver(now, death) {
      const name = `worker-${++born}`
      const worker = fork(file, { execArgv: [], env: { TZ: 'Asia/Shanghai' } })
      const order: WorkOrder = { ...groundOf(company, name), now: now.toISOString(), ledger, death }
      worker.send(order)
      const [code, signal] = (await once(worker, 'exit')) as [number | null, NodeJS.Signals | null]
      if (code !== 0 && signal !== 'SIGKILL') throw new Error(`The worker ended with ${code ?? signal}`)
      await untilDisconnected(company, name)
      return signal === null
    },
    given() {
      const lines = readFileSync(ledger, 'utf8').split('\n').filter(Boolean)
      writeFileSync(ledger, '')
      return lines
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
