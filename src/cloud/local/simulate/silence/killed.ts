import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { bundle } from '../../bench/bundle'
import type { Order } from './child'
import type { Parts } from './parts'
import type { Parcel, Post } from './post'

export type Children = {
  /**
   * Runs the clock in a process of its own, which is killed when it hands over its parcel number `parcel` and nobody has
   * told it yet what became of it. False when it hands over fewer.
   */
  killed(now: Date, parcel: number): Promise<boolean>
  remove(): void
}

/** Bundled once: a start takes about as long as that of a deployed function. */
export async function makeChildren(parts: Parts, post: Post): Promise<Children> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'bole-simulate-'))
  const file = path.join(folder, 'child.js')
  await bundle({ entryPoints: [path.join(__dirname, 'child.ts')] }, file)
  return {
    async killed(now, parcel) {
      const child = fork(file, { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
      let given = 0
      child.on('message', (message) => {
        const { number, ...asked } = message as Parcel & { number: number }
        const handed = post.give(asked)
        given += 1
        if (given === parcel) child.kill('SIGKILL')
        else if (given < parcel) child.send({ number, handed })
      })
      child.send({ parts, now: now.toISOString() } satisfies Order)
      const [, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null]
      return signal === 'SIGKILL'
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
