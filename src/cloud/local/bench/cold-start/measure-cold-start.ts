import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { environment } from '../environment'
import { FUNCTIONS, functionFolder, makeBundles, type FunctionName } from '../functions'
import { median, round, type Figures } from '../figures'
import type { Ground } from '../ground/open-ground'
import { tell } from '../tell'
import { buildBare } from './bare'
import { startEvent, startHttp } from './starts'

const AIM = { atMost: 1.3 }

const BARE_HTTP = 'hono and pg alone'

/**
 * Each deployed function from nothing to its first answered query, in turns with `pg` alone doing one query, and with
 * Hono and `pg` alone: what the HTTP function cannot start faster than.
 */
export async function measureColdStart(
  figures: Figures,
  { ground, runs }: { ground: Ground; runs: number },
): Promise<void> {
  await makeBundles()
  const bare = path.join(ground.folder, 'bare')
  const bareHttp = path.join(ground.folder, 'bare-http')
  mkdirSync(bare)
  mkdirSync(bareHttp)
  await buildBare('event', bare)
  await buildBare('http', bareHttp)

  const env = environment(ground)
  const starts: Record<'pg alone' | typeof BARE_HTTP | FunctionName, () => Promise<number>> = {
    'pg alone': () => startEvent(bare, {}, env),
    [BARE_HTTP]: () => startHttp(bareHttp, 'job.list', env),
    api: () =>
      startEvent(functionFolder('api'), { call: 'job.list', input: {} }, { ...env, ...from('wx_client') }),
    clock: () => startEvent(functionFolder('clock'), {}, { ...env, ...from('wx_trigger') }),
    web: () => startHttp(functionFolder('web'), 'job.list', env),
  }
  const took = new Map(Object.keys(starts).map((name) => [name, [] as number[]]))
  for (let run = 0; run <= runs; run++) {
    for (const [name, start] of Object.entries(starts)) {
      const ms = await start()
      if (run > 0) took.get(name)?.push(ms) // the first only warms the disk
    }
    if (run % 5 === 0) tell(`cold starts: ${run} of ${runs}`)
  }

  const medianOf = (name: string) => median(took.get(name) ?? [])
  const ms = (name: string) =>
    figures.add({
      name: `cold start, ${name}`,
      value: medianOf(name),
      unit: 'ms',
      about: { fastest: round(Math.min(...(took.get(name) ?? []))), runs },
    })
  ms('pg alone')
  ms(BARE_HTTP)
  for (const name of FUNCTIONS) {
    ms(name)
    const value = medianOf(name) / medianOf('pg alone')
    figures.add({ name: `cold start, ${name} to pg alone`, value, unit: 'ratio', aim: AIM })
  }
  const value = medianOf('web') / medianOf(BARE_HTTP)
  figures.add({ name: `cold start, web to ${BARE_HTTP}`, value, unit: 'ratio' })
}

/** What the platform writes into the environment of one call. */
function from(source: 'wx_client' | 'wx_trigger'): Record<string, string> {
  if (source === 'wx_trigger') return { WX_CONTEXT_KEYS: 'WX_SOURCE', WX_SOURCE: source }
  return { WX_CONTEXT_KEYS: 'WX_OPENID,WX_SOURCE', WX_OPENID: 'oBenchOpenid', WX_SOURCE: source }
}
