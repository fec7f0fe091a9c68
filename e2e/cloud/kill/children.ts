import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import sql from 'sql-template-tag'
import { bundle } from '@/cloud/local/bench/bundle'
import type { Company } from '@/testing/company'
import type { Death, Order, Served } from './order'
import type { Asking } from './scenes'

export type Children = {
  /** Serves a call in a new process. Throws unless it answers. */
  serve(asking: Asking): Promise<Served>
  /** The same, in one that is killed over it; resolves once the database is done with it too. Throws unless it dies. */
  killed(asking: Asking, death: Death): Promise<void>
  remove(): void
}

/** Bundles the child once: a start takes about as long as that of a deployed function. */
export async function makeChildren(company: Company): Promise<Children> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'bole-kill-'))
  const file = path.join(folder, 'child.js')
  await bundle({ entryPoints: [path.join(__dirname, 'child.ts')] }, file)
  let born = 0

  const run = async (asking: Asking, death: Death | null) => {
    const name = `child-${++born}`
    const child = fork(file, { execArgv: [], env: { TZ: 'Asia/Shanghai' } })
    let served: Served | null = null
    child.once('message', (message) => {
      served = message as Served
    })
    child.send(orderOf(asking, death, name, company))
    const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null]
    return { name, code, signal, served: served as Served | null }
  }

  return {
    async serve(asking) {
      const { code, signal, served } = await run(asking, null)
      if (!served) throw new Error(`The child ended with ${code ?? signal} and no answer`)
      return served
    },
    async killed(asking, death) {
      const { name, code, signal, served } = await run(asking, death)
      if (signal !== 'SIGKILL' || served)
        throw new Error(`The child ended with ${code ?? signal} instead of dying`)
      await untilDisconnected(company, name)
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

function orderOf({ who, call, input }: Asking, death: Death | null, name: string, company: Company): Order {
  return {
    ...groundOf(company, name),
    ...{ call, input, death, loginKey: who?.loginKey ?? null },
    now: company.context(who).now.toISOString(),
  }
}

/** Where a child of this name works: on the company's own database. */
export function groundOf(company: Company, name: string): Pick<Order, 'config' | 'keys'> {
  const { keys, hashKey, templates: _templates, ...config } = company.service.config
  const url = new URL(company.url)
  url.searchParams.set('application_name', name)
  const [encryption] = [...keys.values()]
  if (!encryption) throw new Error('The company has no key')
  return {
    config: { ...config, databaseUrl: url.toString() },
    keys: { encryption: encryption.toString('base64'), hash: hashKey.toString('base64') },
  }
}

/** PostgreSQL finishes a statement that it was sent, and only then sees that nobody waits for the answer. */
export async function untilDisconnected(company: Company, name: string): Promise<void> {
  const { db } = company.service
  const connected = () =>
    db.one<{ there: boolean }>(
      sql`select exists (select from pg_stat_activity where application_name = ${name}) as there`,
    )
  while ((await connected()).there);
}
