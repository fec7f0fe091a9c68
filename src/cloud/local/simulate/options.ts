import { parseArgs } from 'node:util'

export const PARTS = ['attribution'] as const
export type Part = (typeof PARTS)[number]

export type Options = { parts: readonly Part[]; referrals: number; seed: number }

export const USAGE = `npm run simulate -- [<part>]… [--referrals <n>] [--seed <n>]     parts: ${PARTS.join(', ')}`

/** What the command line asks for, or null when it cannot be understood. No part named: all of them. */
export function readOptions(args: string[]): Options | null {
  let asked: { positionals: string[]; values: { referrals: string; seed: string } }
  try {
    asked = parseArgs({
      args,
      allowPositionals: true,
      options: {
        referrals: { type: 'string', default: '1000000' },
        seed: { type: 'string', default: '1' },
      },
    })
  } catch {
    return null
  }
  const named = new Set(asked.positionals)
  const parts = PARTS.filter((part) => named.size === 0 || named.has(part))
  const [referrals, seed] = [wholeNumber(asked.values.referrals), wholeNumber(asked.values.seed)]
  if (parts.length < named.size || !referrals || seed === null) return null
  return { parts, referrals, seed }
}

function wholeNumber(text: string): number | null {
  return /^\d{1,9}$/.test(text) ? Number(text) : null
}
