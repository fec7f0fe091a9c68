import type { Relation } from '@/domain/endorsement'
import { isEnd, type Stage } from '@/domain/stages'
import type { Outcome } from './outcomes'
import type { Timeline } from './timeline'

/** A referral on its way to being one: each step of the plan adds what it decides. */
export type Dated = Outcome & Timeline
export type WithJob = Dated & { jobKey: string | null }
export type WithReferrer = WithJob & { referrerKey: string }
export type WithCandidate = WithReferrer & { candidateIndex: number }
export type Endorsed = WithCandidate & { relation: Relation | null; line: string | null }

const PLACED: readonly Stage[] = ['offer', 'onboarding', 'hired', 'confirmed']

/** Takes one of a job's seats. */
export function isPlaced(draft: Outcome): boolean {
  return draft.last !== null && PLACED.includes(draft.last)
}

/** When the search for this candidate was over: a seat taken, an end, a refusal. Null while it goes on. */
export function settledAt(draft: Dated): Date | null {
  if (!draft.last) return draft.answer === 'accepted' ? null : draft.answeredAt
  const onboarding = draft.moves.find(({ to }) => to === 'onboarding')
  if (onboarding && !draft.endedIn) return onboarding.at
  return isEnd(draft.last) ? (draft.moves.at(-1)?.at ?? null) : null
}
