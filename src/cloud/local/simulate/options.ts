import { parseArgs } from 'node:util'

export const PARTS = ['attribution', 'silence'] as const
export type Part = (typeof PARTS)[number]

/** `referrals`: null for as many as a part takes by itself. `days`: how long the silent company lives. */
export type Options = { parts: readonly Part[]; referrals: number | null; days: number; seed: number }

export const USAGE = `npm run simulate -- [<part>]… [--referrals <n>] [--days <n>] [--seed <n>]     parts: ${PARTS.join(', ')}`

/** What the command line asks for, or null when it cannot be understood. No part named: all of them. */
export function readOptions(args: string[]): Options | null {
  let asked: { positionals: string[]; values: { referrals?: string; days: string; seed: string } }
  try {
    asked = parseArgs({
      args,
      allowPositionals: true,
      options: {
        referrals: { type: 'string' },
        days: { type: 'string', default: '183' },
        seed: { type: 'string', default: '1' },
      },
    })
  } catch {
    return null
  }
  const { values } = asked
  const named = new Set(asked.positionals)
  const parts = PARTS.filter((part) => named.size === 0 || named.has(part))
  const referrals = values.referrals === undefined ? null : wholeNumber(values.referrals)
  const [days, seed] = [wholeNumber(values.days), wholeNumber(values.seed)]
  if (parts.length < named.size || (values.referrals !== undefined && !referrals) || !days || seed === null)
    return null
  return { parts, referrals, days, seed }
}

function wholeNumber(text: string): number | null {
  return /^\d{1,9}$/.test(text) ? Number(text) : null
}
