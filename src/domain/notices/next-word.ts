import type { Policy } from '../policy'
import { addDays, atHour } from '../shanghai'

/** A digest may be late by this much (an outage, a crash) and nobody has waited longer than was promised. */
const SLACK_MS = 2 * 3_600_000

/**
 * When the referrer of a live referral is next told something although nothing has happened: the last digest hour that
 * is no later than the promised number of days after they were told something, less two hours for an outage.
 * product.md, "Why it exists", 1.
 */
export function nextWordAt(toldAt: Date, { words }: Policy): Date {
  const latest = new Date(addDays(toldAt, words.silenceDays).getTime() - SLACK_MS)
  const sameDay = atHour(latest, words.digestHour)
  return sameDay <= latest ? sameDay : atHour(latest, words.digestHour, -1)
}

/** The same for an invitation that waits for an answer: also on the days when a word in person helps most. */
export function nextInvitationWordAt(sentAt: Date, toldAt: Date, policy: Policy): Date {
  const next = nextWordAt(toldAt, policy)
  const asked = policy.words.unansweredDays
    .map((days) => atHour(sentAt, policy.words.digestHour, days))
    .find((at) => at > toldAt)
  return asked && asked < next ? asked : next
}

/** The moment of the digest of the day after. */
export function nextDigestAt(now: Date, { words }: Policy): Date {
  const today = atHour(now, words.digestHour)
  return now < today ? today : atHour(now, words.digestHour, 1)
}
