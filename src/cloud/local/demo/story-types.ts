import type { Relation } from '@/domain/endorsement'
import type { Stage } from '@/domain/stages'

/** How an invitation stands. `erased` is a refusal that also had the number deleted. */
export const ANSWERS = ['waiting', 'opened', 'accepted', 'declined', 'erased', 'expired', 'revoked'] as const
export type Answer = (typeof ANSWERS)[number]

/** Who made an event when it was no employee: the candidate applied or withdrew. */
export const BY_CANDIDATE = 'candidate'

export type StoryEvent = {
  to: Stage
  /** Of interviews only: 1 to 3. */
  round?: number
  at: Date
  /** An employee's key, or `candidate`. */
  byKey: string
  candidateText: string
  referrerText: string
  internalNote: string
}

export type StoryApplication = {
  appliedAt: Date
  /** The candidate's own words. */
  note: string | null
  /** The first is `applied`, at the moment of applying. */
  events: StoryEvent[]
}

export type StoryReferral = {
  key: string
  referrerKey: string
  /** For `candidateAt`. */
  candidateIndex: number
  /** Null for a general referral; those have no application. */
  jobKey: string | null
  relation: Relation | null
  /** The referrer's personal line, written to the candidate. */
  line: string | null
  sentAt: Date
  openedAt: Date | null
  answer: Answer
  /** When it was accepted, declined, erased, expired or revoked; null while it is open. */
  answeredAt: Date | null
  application: StoryApplication | null
}

/** In the order in which they were sent. */
export type CompanyStory = { referrals: StoryReferral[] }
