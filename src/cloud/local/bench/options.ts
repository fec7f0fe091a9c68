import { parseArgs } from 'node:util'

export const PARTS = ['sizes', 'sync', 'cold-start', 'load'] as const
export type Part = (typeof PARTS)[number]

export type Options = {
  parts: readonly Part[]
  /** Of one round against the HTTP face, and of one against pgbench. */
  seconds: number
  /** Processes started per function. */
  coldStarts: number
}

export const USAGE = `npm run bench -- [--quick] [--only <part>]…     parts: ${PARTS.join(', ')}`

/** What the command line asks for, or null when it cannot be understood. */
export function readOptions(args: string[]): Options | null {
  let values: { quick?: boolean; only?: string[] }
  try {
    values = parseArgs({
      args,
      options: { quick: { type: 'boolean' }, only: { type: 'string', multiple: true } },
    }).values
  } catch {
    return null
  }
  const only = values.only ?? [...PARTS]
  const parts = PARTS.filter((part) => only.includes(part))
  if (parts.length < new Set(only).size) return null
  return { parts, ...(values.quick ? { seconds: 1, coldStarts: 11 } : { seconds: 3, coldStarts: 21 }) }
}
