import type { Channel } from './share'
import type { ActiveStage } from './stages'

/** Clause 2 of "Who owns the referral": the kinds of source that may be credited, best first. */
export type CreditSource = 'accepted-invitation' | 'applied-share' | 'first-touch'

/**
 * The rules that a company may change, as versioned data; an application freezes the version it came in under.
 * Days are calendar days in Asia/Shanghai, hours are working hours. product.md, "Who owns the referral", "The stages".
 */
export type Policy = {
  version: number
  invitationDays: number
  protectionDays: number
  /** How long before an application the first touch may be. */
  touchWindowDays: number
  creditOrder: readonly CreditSource[]
  /** Of numbers one employee may invite. */
  numbersADay: number
  /** New ones of one employee. Invitations are held by `numbersADay`. */
  sharesADay: Record<Exclude<Channel, 'invite'>, number>
  internsMayRefer: boolean
  /** Whether a referrer who declared the candidate a relative is credited. */
  relatives: 'credited' | 'excluded'
  /** Whether the owner stays when a recruiter picks the person from the pool again: while protected, or never. */
  repick: 'inside-protection' | 'never'
  /** When recruiters are shown a share as one that may be for sale; see `isSuspicious`. */
  suspicion: { days: number; visitors: number; endorsedAtLeast: number; reports: number }
  dueHours: Record<ActiveStage, number | null>
  workday: { fromHour: number; toHour: number }
  texts: { fromHour: number; toHour: number; in24Hours: number; in30Days: number }
  /** How often a referrer may nudge about one referral, and which nudge also goes to somebody else. */
  nudges: { everyWorkDays: number; escalateAt: number }
  /** How long a candidate may ask to be waited for, at once. */
  pauseDays: number
  words: {
    /** Nobody hears nothing for longer. */
    silenceDays: number
    /** When a day's digest is made. */
    digestHour: number
    /** After so many days without an answer the referrer is asked to follow up in person. */
    unansweredDays: readonly number[]
    /** How long before protection ends its owner is told. */
    protectionDays: number
  }
  /** Hours in which nobody is disturbed who has not chosen others. */
  quiet: { fromHour: number; toHour: number }
}

export const POLICY: Policy = {
  version: 1,
  invitationDays: 30,
  protectionDays: 180,
  touchWindowDays: 90,
  creditOrder: ['accepted-invitation', 'applied-share', 'first-touch'],
  numbersADay: 30,
  sharesADay: { card: 50, poster: 10, code: 3, link: 20 },
  internsMayRefer: false,
  relatives: 'credited',
  repick: 'inside-protection',
  suspicion: { days: 30, visitors: 20, endorsedAtLeast: 0.2, reports: 1 },
  dueHours: {
    applied: 24,
    screening: 24,
    review: 48,
    interview: 48,
    offer: 72,
    onboarding: null,
    hired: null,
  },
  workday: { fromHour: 9, toHour: 18 },
  texts: { fromHour: 8, toHour: 22, in24Hours: 1, in30Days: 3 },
  nudges: { everyWorkDays: 3, escalateAt: 2 },
  pauseDays: 14,
  words: { silenceDays: 7, digestHour: 9, unansweredDays: [4, 10], protectionDays: 14 },
  quiet: { fromHour: 22, toHour: 8 },
}

/** The reward plan an application freezes. Its milestones come with the reward rules. */
export const REWARD_PLAN_VERSION = 1
