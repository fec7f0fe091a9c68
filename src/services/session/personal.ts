import { forget } from '../storage'

/** What this device keeps for a person, and drops when the person signs out: the next one may be somebody else. */
export const PERSONAL_KEYS = ['apply-draft', 'news-answers'] as const
export type PersonalKey = (typeof PERSONAL_KEYS)[number]

export function forgetMine(): void {
  PERSONAL_KEYS.forEach(forget)
}
