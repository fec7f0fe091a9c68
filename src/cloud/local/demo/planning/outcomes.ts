import type { Relation } from '@/domain/endorsement'
import type { ActiveStage, Stage } from '@/domain/stages'
import type { Answer } from '../story-types'

/** How one referral stands today, before anybody or any date is chosen for it. */
export type Outcome = {
  answer: Answer
  /** Where the application is, or how it ended; null when there is none. */
  last: Stage | null
  /** Of ends: the stage it ended in. */
  endedIn: ActiveStage | null
  /** How many interview rounds were begun; 0 lets chance decide. */
  rounds: number
  overdue: boolean
  fixed: Fixed
}

/** What the demo needs to be so, whatever chance says. */
export type Fixed = {
  referrerKey?: string
  jobKey?: string | null
  candidateIndex?: number
  relation?: Relation
  line?: string
  note?: string
}

export const invited = (answer: Answer, fixed: Fixed = {}): Outcome => ({
  answer,
  last: null,
  endedIn: null,
  rounds: 0,
  overdue: false,
  fixed,
})

export const standing = (last: Stage, rounds = 0, fixed: Fixed = {}): Outcome => ({
  ...invited('accepted', fixed),
  last,
  rounds,
})

export const overdue = (last: Stage, rounds = 0, fixed: Fixed = {}): Outcome => ({
  ...standing(last, rounds, fixed),
  overdue: true,
})

export const ended = (last: Stage, endedIn: ActiveStage, fixed: Fixed = {}): Outcome => ({
  ...standing(last, 0, fixed),
  endedIn,
})
