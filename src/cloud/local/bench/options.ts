import { parseArgs } from 'node:util'

/** In the order in which they run, unless one is asked for. */
export const PARTS = ['sizes', 'sync', 'cold-start', 'duplicates', 'load'] as const
export type Part = (typeof PARTS)[number] | 'scale'

export type Options = {
  parts: readonly Part[]
  /** Of one round against the HTTP face, and of one against pgbench. */
  seconds: number
  /** Processes started per function. */
  coldStarts: number
  /** Of each database, in the part that compares a small and a large one. */
  turns: number
}

export const USAGE = `npm run bench -- [--quick] [--only <part>]…     parts: ${PARTS.join(', ')}
npm run bench -- [--quick] --scale             a small and a large database compared; takes some minutes`

const THOROUGH = { seconds: 3, coldStarts: 21, turns: 20 }
const QUICK = { seconds: 1, coldStarts: 11, turns: 4 }

/** What the command line asks for, or null when it cannot be understood. */
export function readOptions(args: string[]): Options | null {
  let values: { quick?: boolean; scale?: boolean; only?: string[] }
  try {
    values = parseArgs({
      args,
      options: {
        ...{ quick: { type: 'boolean' }, scale: { type: 'boolean' } },
        only: { type: 'string', multiple: true },
      },
    }).values
  } catch {
    return null
  }
  const effort = values.quick ? QUICK : THOROUGH
  if (values.scale) return values.only ? null : { parts: ['scale'], ...effort }
  const only = values.only ?? [...PARTS]
  const parts = PARTS.filter((part) => only.includes(part))
  if (parts.length < new Set(only).size) return null
  return { parts, ...effort }
}
