import { POLICY } from '@/domain/policy'
import { addDays, atHour } from '@/domain/shanghai'
import type { Random } from '../random'
import type { Outcome } from './outcomes'
import { timeInStage, timeSinceLast } from './pace'
import { pathOf, type Move } from './path'
import { fromOfficeTime, OFFICE_DAY, OFFICE_HOUR, officeTimeBefore, toOfficeTime } from './working-time'

export type DatedMove = Move & { at: Date }

export type Timeline = {
  sentAt: Date
  openedAt: Date | null
  answeredAt: Date | null
  /** Empty when nobody applied. */
  moves: DatedMove[]
}

const STORY_DAYS = 183
const TRIES = 500

/** Office hours until an invitation is opened: most at once, some much later. */
const UNTIL_OPENED = [
  { low: 0.05, high: 4, weight: 5 },
  { low: 4, high: 18, weight: 3 },
  { low: 18, high: 99, weight: 3 },
]

/** Draws dates for an outcome, backwards from today, until all of them lie inside the last six months. */
export function drawTimeline(outcome: Outcome, today: Date, random: Random): Timeline {
  const begins = addDays(today, -STORY_DAYS)
  for (let tries = 0; tries < TRIES; tries++) {
    const timeline = outcome.last
      ? withApplication(outcome, today, random)
      : withoutApplication(outcome, today, random)
    if (timeline.sentAt >= begins) return timeline
  }
  throw new Error(`No timeline found for ${outcome.last ?? outcome.answer}`)
}

function withApplication(outcome: Outcome, today: Date, random: Random): Timeline {
  const moves: DatedMove[] = []
  let office = toOfficeTime(today) - timeSinceLast(outcome, random)
  for (const move of pathOf(outcome, random).reverse()) {
    const next = moves[0]
    if (next) office -= timeInStage(move.to, next.to, random)
    const at = fromOfficeTime(office)
    moves.unshift({ ...move, at: move.from ? at : afterWork(at, next?.at ?? today, random) })
  }
  const appliedAt = moves[0]?.at ?? today
  return { ...answered(earlier(appliedAt, 2, 12, random), random), moves }
}

function withoutApplication(outcome: Outcome, today: Date, random: Random): Timeline {
  const ago = (low: number, high: number) => officeTimeBefore(today, random.between(low, high) * OFFICE_DAY)
  const open = { openedAt: null, answeredAt: null, moves: [] }

  switch (outcome.answer) {
    case 'waiting':
      return { ...open, sentAt: ago(0.05, 19) }
    case 'opened': {
      const openedAt = ago(0.05, 7)
      return { ...open, sentAt: sentBefore(openedAt, random), openedAt }
    }
    case 'expired': {
      const sentAt = ago(24, 126)
      const openedAt = random.chance(0.35)
        ? officeTimeBefore(sentAt, -random.between(0.1, 6) * OFFICE_DAY)
        : null
      return { ...open, sentAt, openedAt, answeredAt: addDays(sentAt, POLICY.invitationDays) }
    }
    case 'revoked': {
      const answeredAt = ago(1, 100)
      return {
        ...open,
        sentAt: officeTimeBefore(answeredAt, random.between(0.05, 2) * OFFICE_DAY),
        answeredAt,
      }
    }
    case 'accepted':
      return { ...answered(ago(0.1, 6), random), moves: [] }
    default:
      return { ...answered(ago(0.5, 118), random), moves: [] }
  }
}

/** An answer given after the invitation was sent and opened. */
function answered(answeredAt: Date, random: Random): Omit<Timeline, 'moves'> {
  const openedAt = random.chance(0.75)
    ? earlier(answeredAt, 1, 25, random)
    : officeTimeBefore(answeredAt, random.between(0.5, 14) * OFFICE_HOUR)
  return { sentAt: sentBefore(openedAt, random), openedAt, answeredAt }
}

function sentBefore(openedAt: Date, random: Random): Date {
  const wait = random.pickWeighted(UNTIL_OPENED, ({ weight }) => weight)
  return officeTimeBefore(openedAt, random.between(wait.low, wait.high) * OFFICE_HOUR)
}

/** Candidates have jobs of their own: nearly half of them apply in the evening, some at the weekend. */
function afterWork(at: Date, before: Date, random: Random): Date {
  if (!random.chance(0.45)) return at
  const hour = random.between(19, 22.3)
  const days = random.chance(0.25) ? 1 : 0
  const later = new Date(Math.floor(atHour(at, hour, days).getTime() / 1000) * 1000)
  return later < before ? later : at
}

/** Some minutes before. */
function earlier(at: Date, low: number, high: number, random: Random): Date {
  return new Date(at.getTime() - Math.floor(random.between(low, high) * 60) * 1000)
}
