import type { ActiveStage } from './stages'

/**
 * The rules that a company may change, as versioned data; an application freezes the version it came in under.
 * Days are calendar days in Asia/Shanghai, hours are working hours. product.md, "Who owns the referral", "The stages".
 */
export type Policy = {
  version: number
  invitationDays: number
  protectionDays: number
  numbersADay: number
  internsMayRefer: boolean
  dueHours: Record<ActiveStage, number | null>
  workday: { fromHour: number; toHour: number }
  texts: { fromHour: number; toHour: number; in24Hours: number; in30Days: number }
}

export const POLICY: Policy = {
  version: 1,
  invitationDays: 30,
  protectionDays: 180,
  numbersADay: 30,
  internsMayRefer: false,
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
}

/** The reward plan an application freezes. Its milestones come with the reward rules. */
export const REWARD_PLAN_VERSION = 1
