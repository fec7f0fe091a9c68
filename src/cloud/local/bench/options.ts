import { parseArgs } from 'node:util'

/** In the order in which they run, unless one is asked for. */
export const PARTS = ['sizes', 'sync', 'cold-start', 'duplicates', 'outbox', 'api', 'load'] as const
export type Part = (typeof PARTS)[number] | 'scale' | 'screens'

export type Options = {
  parts: readonly Part[]
  /** Of one round against the HTTP face, and of one against pgbench. */
  seconds: number
  /** Processes started per function. */
  coldStarts: number
  /** In the outbox, for each round. */
  messages: number
  /** Of each database, in the part that compares a small and a large one. */
  turns: number
  /** Seconds in which nothing happens on 500 open screens. */
  idle: number
}

export const USAGE = `npm run bench -- [--quick] [--only <part>]…     parts: ${PARTS.join(', ')}
npm run bench -- [--quick] --scale             a small and a large database compared; takes some minutes
npm run bench -- [--quick] --screens           500 open screens, a quiet minute and a recruiter's change`

const THOROUGH = { seconds: 3, coldStarts: 21, messages: 20_000, turns: 20, idle: 60 }
const QUICK = { seconds: 1, coldStarts: 11, messages: 5_000, turns: 4, idle: 10 }

/** What the command line asks for, or null when it cannot be understood. */
export function readOptions(args: string[]): Options | null {
  let values: { quick?: boolean; scale?: boolean; screens?: boolean; only?: string[] }
  try {
    values = parseArgs({
      args,
      options: {
        ...{ quick: { type: 'boolean' }, scale: { type: 'boolean' }, screens: { type: 'boolean' } },
        only: { type: 'string', multiple: true },
      },
    }).values
  } catch {
    return null
  }
  const effort = values.quick ? QUICK : THOROUGH
  const alone = (['scale', 'screens'] as const).filter((part) => values[part])
  if (alone.length > 0) return values.only || alone.length > 1 ? null : { parts: alone, ...effort }
  const only = values.only ?? [...PARTS]
  const parts = PARTS.filter((part) => only.includes(part))
  if (parts.length < new Set(only).size) return null
  return { parts, ...effort }
}
