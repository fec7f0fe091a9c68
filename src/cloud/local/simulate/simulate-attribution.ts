import { isDeepStrictEqual } from 'node:util'
import { decide } from '@/domain/attribution/decide'
import type { Decision } from '@/domain/attribution/decision'
import type { History } from '@/domain/attribution/history'
import type { Policy } from '@/domain/policy'
import type { Figures } from '../bench/figures'
import { naiveRule } from './naive-rule'
import { randomCase } from './random-case'

export type Rule = (history: History, policy: Policy) => Decision

export type Simulation = {
  figures: Figures
  referrals: number
  seed: number
  tell: (line: string) => void
  /** Milliseconds since whenever. */
  now: () => number
  /** What is tried. Another than `decide` only to see that it is caught. */
  rule?: Rule
}

/** So many in one go: long enough for the clock, short enough for memory. */
const BATCH = 1_000
const TOLD_MISMATCHES = 10

/**
 * Decides so many generated referrals with the rule and with its naive twin; returns how many differ. Of those the
 * first few are told with their number: `randomCase(seed, number)` makes them again.
 */
export function simulateAttribution({
  figures,
  referrals,
  seed,
  tell,
  now,
  rule = decide,
}: Simulation): number {
  const times = new Map<string, number>()
  const spent = { rule: 0, naive: 0 }
  let mismatches = 0
  for (let first = 0; first < referrals; first += BATCH) {
    const numbers = Array.from({ length: Math.min(BATCH, referrals - first) }, (_, i) => first + i)
    const cases = numbers.map((number) => randomCase(seed, number))
    const started = now()
    const decisions = cases.map(({ history, policy }) => rule(history, policy))
    const between = now()
    const expected = cases.map(({ history, policy }) => naiveRule(history, policy))
    spent.rule += between - started
    spent.naive += now() - between

    decisions.forEach((decision, i) => {
      const key = decision.reason === null ? `rule ${decision.rule}` : `nobody ${decision.reason}`
      times.set(key, (times.get(key) ?? 0) + 1)
      if (isDeepStrictEqual(decision, expected[i])) return
      mismatches++
      if (mismatches > TOLD_MISMATCHES) return
      tell(`seed ${seed}, case ${first + i}: ${JSON.stringify(decision)}`)
      tell(`  by the naive rule: ${JSON.stringify(expected[i])}`)
    })
    const done = first + numbers.length
    if (Math.floor((done * 10) / referrals) > Math.floor((first * 10) / referrals))
      tell(`attribution: ${done} of ${referrals} referrals, ${mismatches} mismatches`)
  }

  const perSecond = (milliseconds: number) => referrals / (milliseconds / 1000)
  figures.add({
    name: 'attribution mismatches',
    value: mismatches,
    unit: 'decisions',
    aim: { atMost: 0 },
    about: { referrals, seed },
  })
  figures.add({ name: 'attribution decided', value: perSecond(spent.rule), unit: 'referrals/s' })
  figures.add({
    name: 'attribution decided by the naive rule',
    value: perSecond(spent.naive),
    unit: 'referrals/s',
  })
  for (const [key, value] of [...times].sort(([a], [b]) => (a < b ? -1 : 1)))
    figures.add({ name: `attribution ${key}`, value, unit: 'decisions' })
  return mismatches
}
