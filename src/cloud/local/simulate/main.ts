import { createFigures, type Figures } from '../bench/figures'
import { tell } from '../bench/tell'
import { PARTS, readOptions, USAGE, type Options, type Part } from './options'
import { simulateAttribution } from './simulate-attribution'

/** Each returns how many cases came out wrong. */
const SIMULATE: Record<Part, (figures: Figures, options: Options) => number> = {
  attribution: (figures, { referrals, seed }) =>
    simulateAttribution({ figures, referrals, seed, tell, now: () => performance.now() }),
}

/** `npm run simulate`: figures on standard output, one JSON line each. Exit code 1: something came out wrong. */
function main(): void {
  const options = readOptions(process.argv.slice(2))
  if (!options) {
    tell(USAGE)
    process.exitCode = 2
    return
  }
  const figures = createFigures((line) => void process.stdout.write(`${line}\n`))
  let wrong = 0
  for (const part of PARTS) if (options.parts.includes(part)) wrong += SIMULATE[part](figures, options)
  figures.finish()
  if (wrong > 0) process.exitCode = 1
}

main()
