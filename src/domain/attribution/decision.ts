import type { Channel } from '../share'

/** Why somebody may not be credited for an application. product.md, "Who owns the referral", clause 5. */
export type Obstacle = 'self' | 'own-job' | 'left' | 'intern' | 'relative'

/** The clause that decided: 4 (`protected`), 2a, 2b, 2c, or none. */
export type Rule = 'protected' | 'accepted-first' | 'applied-through' | 'first-touch' | 'nobody'

/** Something by which a colleague might have been credited and was not. */
export type Claim = {
  referrerId: string
  shareId: string | null
  /** Null for an earlier application that came by no invitation: its share knows the channel. */
  channel: Channel | null
  at: string
  by: 'protection' | 'invitation' | 'share' | 'touch'
  passedOver: 'later' | 'lower-rule' | Obstacle
}

/** Who is credited for an application and by which rule. Frozen on the application, never computed again. */
export type Decision = {
  policyVersion: number
  rule: Rule
  referrerId: string | null
  shareId: string | null
  invitationId: string | null
  /** When the deciding fact happened: accepted, opened, or (protected) applied for the first time. Null for nobody. */
  at: string | null
  /** Null for nobody, and for a protected application that came by no invitation. */
  channel: Channel | null
  /** Of the rule `protected`: the date that is kept. */
  protectedUntil: string | null
  /** Of the rule `nobody`: why. */
  reason: 'no-source' | 'outside-window' | Obstacle | null
  /** Everybody else who had a claim, the best claim of each, best first. Never for the eyes of a referrer. */
  others: readonly Claim[]
}
