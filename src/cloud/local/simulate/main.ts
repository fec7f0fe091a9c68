import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { logTo } from '../../log'
import { migrate } from '../../store/migrate'
import { createCleanup, type Cleanup } from '../bench/cleanup'
import { createFigures, type Figures } from '../bench/figures'
import { tell } from '../bench/tell'
import { removePostgres, startPostgres } from '../postgres'
import { PARTS, readOptions, USAGE, type Options, type Part } from './options'
import { simulateSilence } from './silence/simulate-silence'
import { simulateAttribution } from './simulate-attribution'

type Simulate = (figures: Figures, options: Options, cleanup: Cleanup) => number | Promise<number>

const now = () => performance.now()
/** Instances of the clock that are killed in processes of their own, beside the one that dies each day. */
const KILLS = 5
/** Minutes. In production it is one. */
const CLOCKS_EVERY = 15

/** Each returns how many cases or figures came out wrong. */
const SIMULATE: Record<Part, Simulate> = {
  attribution: (figures, { referrals, seed }) =>
    simulateAttribution({ figures, referrals: referrals ?? 1_000_000, seed, tell, now }),
  silence: async (figures, { referrals, days, seed }, cleanup) => {
    const databaseUrl = await emptyDatabase(cleanup)
    return simulateSilence({
      ...{ figures, databaseUrl, referrals: referrals ?? 2_000, days, seed, tell, now },
      ...{ kills: KILLS, every: CLOCKS_EVERY },
    })
  },
}

/** A real PostgreSQL of this run's own, that has to survive its clocks and no power cut. */
async function emptyDatabase(cleanup: Cleanup): Promise<string> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'bole-simulate-'))
  cleanup.later(() => rmSync(folder, { recursive: true, force: true }))
  const dataDir = path.join(folder, 'postgres')
  cleanup.later(() => removePostgres({ dataDir }))
  const { url } = await startPostgres({ dataDir, durable: false, log: tell })
  await migrate(url)
  return url
}

/** `npm run simulate`: figures on standard output, one JSON line each. Exit code 1: something came out wrong. */
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
  let wrong = 0
  try {
    for (const part of PARTS)
      if (options.parts.includes(part)) wrong += await SIMULATE[part](figures, options, cleanup)
    figures.finish()
  } catch (error) {
    if (!cleanup.interrupted) throw error
  } finally {
    await cleanup.run()
  }
  if (wrong > 0) process.exitCode = 1
}

main().catch((error: unknown) => {
  tell(error instanceof Error ? (error.stack ?? error.message) : String(error))
  process.exitCode = 1
})
