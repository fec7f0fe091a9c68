import { logTo } from '../../log'
import { measureApi } from './api/measure-api'
import { createCleanup, type Cleanup } from './cleanup'
import { measureColdStart } from './cold-start/measure-cold-start'
import { measureDuplicates } from './duplicates/measure-duplicates'
import { createFigures, type Figures } from './figures'
import { openGround, type Ground } from './ground/open-ground'
import { measureLoad } from './load/measure-load'
import { measureOutbox } from './outbox/measure-outbox'
import { readOptions, USAGE, type Options, type Part } from './options'
import { measureScale } from './scale/measure-scale'
import { measureScreens } from './screens/measure-screens'
import { measureSizes } from './sizes/measure-sizes'
import { measureSync } from './sync'
import { tell } from './tell'

type Bench = { figures: Figures; options: Options; cleanup: Cleanup; ground: () => Promise<Ground> }

/** In this order: load comes last, because it leaves a database behind that is no longer small. */
const MEASURE: Record<Part, (bench: Bench) => Promise<void>> = {
  sizes: ({ figures }) => measureSizes(figures),
  sync: async ({ figures, ground }) => measureSync(figures, await ground()),
  'cold-start': async ({ figures, ground, options }) =>
    measureColdStart(figures, { ground: await ground(), runs: options.coldStarts }),
  duplicates: async ({ figures, ground, cleanup }) =>
    measureDuplicates(figures, { ground: await ground(), cleanup }),
  outbox: async ({ figures, ground, options, cleanup }) =>
    measureOutbox(figures, { ground: await ground(), messages: options.messages, cleanup }),
  api: async ({ figures, ground, options, cleanup }) =>
    measureApi(figures, { ground: await ground(), seconds: options.seconds, cleanup }),
  load: async ({ figures, ground, options, cleanup }) =>
    measureLoad(figures, { ground: await ground(), seconds: options.seconds, cleanup }),
  // On databases of its own.
  scale: ({ figures, options, cleanup }) => measureScale(figures, { cleanup, turns: options.turns }),
  screens: ({ figures, options, cleanup }) => measureScreens(figures, { cleanup, idle: options.idle }),
}

/** `npm run bench`: figures on standard output, one JSON line each; a missed aim is told, not judged. */
async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2))
  if (!options) {
    tell(USAGE)
    process.exitCode = 2
    return
  }
  logTo(() => undefined)
  const cleanup = createCleanup()
  const figures = createFigures((line) => void process.stdout.write(`${line}\n`))
  let opened: Promise<Ground> | undefined
  const ground = () => (opened ??= openGround(cleanup))
  try {
    for (const part of options.parts) {
      tell(`${part} …`)
      await MEASURE[part]({ figures, options, cleanup, ground })
    }
    figures.finish()
  } catch (error) {
    if (!cleanup.interrupted) throw error
  } finally {
    await cleanup.run()
  }
}

main().catch((error: unknown) => {
  tell(error instanceof Error ? (error.stack ?? error.message) : String(error))
  process.exitCode = 1
})
