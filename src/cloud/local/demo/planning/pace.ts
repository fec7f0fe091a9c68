import { POLICY } from '@/domain/policy'
import type { Stage } from '@/domain/stages'
import type { Random } from '../random'
import type { Outcome } from './outcomes'
import { OFFICE_DAY, OFFICE_HOUR } from './working-time'

/**
 * How fast this company moves, in office minutes. What is on time keeps a whole working day from its due time and
 * what is late has passed it by more than a holiday week, so public holidays and make-up days change neither.
 */
const MAKE_UP_DAY = OFFICE_DAY
const HOLIDAY_WEEK = 8 * OFFICE_DAY
const PROBATION = 66 * OFFICE_DAY
const SLOW_CHANCE = 0.08

type Span = readonly [low: number, high: number]

const hours = (low: number, high: number): Span => [low * OFFICE_HOUR, high * OFFICE_HOUR]
const days = (low: number, high: number): Span => [low * OFFICE_DAY, high * OFFICE_DAY]

const UNTIL_NEXT: Partial<Record<Stage, Span>> = {
  applied: hours(0.5, 14),
  screening: hours(2, 20),
  review: hours(5, 38),
  interview: hours(14, 42),
  offer: hours(8, 60),
  onboarding: days(9, 22),
  hired: [PROBATION, PROBATION + 4 * OFFICE_DAY],
}

/** Office time between entering a stage and leaving it. */
export function timeInStage(from: Stage, to: Stage, random: Random): number {
  if (to === 'expired') return random.between(...days(11, 16))
  const [low, high] = UNTIL_NEXT[from] ?? hours(1, 9)
  const slow = from !== 'hired' && from !== 'onboarding' && random.chance(SLOW_CHANCE)
  return slow ? random.between(high, high * 1.6) : random.between(low, high)
}

/** Office time since the last thing that happened to an application. */
export function timeSinceLast(outcome: Outcome, random: Random): number {
  const { last } = outcome
  if (!last || outcome.endedIn) return random.between(...days(0.1, 112))
  if (last === 'hired') return random.between(...days(0.2, 60))
  if (last === 'confirmed') return random.between(...days(0.1, 22))
  if (last === 'onboarding') return random.between(...days(0.3, 8))

  const due = dueMinutes(last)
  if (outcome.overdue)
    return random.between(due + HOLIDAY_WEEK + OFFICE_HOUR, due + HOLIDAY_WEEK + 2 * OFFICE_DAY)
  return random.between(0.3 * OFFICE_HOUR, due - MAKE_UP_DAY - OFFICE_HOUR)
}

function dueMinutes(stage: Stage): number {
  const due: Partial<Record<Stage, number | null>> = POLICY.dueHours
  return (due[stage] ?? 0) * OFFICE_HOUR
}
