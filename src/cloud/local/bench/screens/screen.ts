import type { OutputOf, Reply } from '@/contract/call'
import type { CallOf } from '@/contract/calls'
import { OFTEN_MS } from '@/domain/rhythm'
import { idOf } from '../ground/ids'
import { tokenOf } from '../ground/population'
import { openConnection } from '../load/connection'
import type { Watching } from './crowd'

type Sync = OutputOf<CallOf<'progress.sync'>>

export type Screen = {
  watching: Watching
  /** How often it has asked. Throws when it has stopped because an answer was not the expected one. */
  asked: () => number
  /** Settles when it shows what has changed since, with the time (`performance.now()`) at which it did. */
  shows: () => Promise<number>
  close: () => void
}

/**
 * One open page as the client's `services/live` keeps it: asks, waits 2 s after the answer, asks again; when what it
 * shows has changed it loads that anew. Begins at a moment of its own within the first 2 s.
 */
export async function openScreen(port: number, watching: Watching): Promise<Screen> {
  const connection = await openConnection(port)
  const token = tokenOf(watching.person)
  const waiting: ((at: number) => void)[] = []
  const failed: ((error: unknown) => void)[] = []
  let timer: ReturnType<typeof setTimeout>
  let cursor: string | null = null
  let asked = 0
  let closed = false
  let broken: unknown

  async function ask(): Promise<void> {
    asked++
    const reply = JSON.parse(await connection.call('progress.sync', token, { cursor })) as Reply<Sync>
    if (!reply.ok) throw new Error(`progress.sync answered ${reply.code}`)
    const watched = cursor !== null
    cursor = reply.data.cursor
    if (watched && reply.data.changed.length > 0) await load()
    plan(OFTEN_MS)
  }

  async function load(): Promise<void> {
    const { as, application } = watching
    if (application === null) await connection.call('progress.list', token, { as })
    else await connection.call('progress.get', token, { as, id: idOf('application', application) })
    const at = performance.now()
    for (const tell of waiting.splice(0)) tell(at)
  }

  function plan(ms: number): void {
    if (closed) return
    timer = setTimeout(() => void ask().catch(fail), ms)
  }

  function fail(error: unknown): void {
    if (closed) return
    broken = error
    for (const tell of failed.splice(0)) tell(error)
  }

  plan(Math.random() * OFTEN_MS)
  return {
    watching,
    asked: () => {
      if (broken) throw broken
      return asked
    },
    shows: () =>
      new Promise((resolve, reject) => {
        if (broken) throw broken
        waiting.push(resolve)
        failed.push(reject)
      }),
    close: () => {
      closed = true
      clearTimeout(timer)
      connection.close()
    },
  }
}
