import type { Channel } from '../share'

/*
 * All that decides who owns an application. Every moment is ISO 8601 in UTC with milliseconds, as `toISOString`
 * writes it, so that moments compare as texts. Rows may come in any order and more than once.
 */

/** The share the candidate applied through. */
export type Through = { shareId: string; referrerId: string; channel: Channel; at: string }

/** Accepted by the candidate, not used for an application, not expired; for whatever job it was. */
export type AcceptedInvitation = {
  invitationId: string
  shareId: string
  referrerId: string
  acceptedAt: string
}

/** One of the candidate's visitors opened a share. */
export type Touch = { shareId: string; referrerId: string; channel: Channel; at: string }

/** An application of the same candidate, active or ended. */
export type EarlierApplication = {
  applicationId: string
  /** Who owns it now, after rulings and transfers: see `effectiveOwner`. */
  ownerId: string | null
  shareId: string | null
  invitationId: string | null
  appliedAt: string
  endedAt: string | null
  protectedUntil: string
}

/** What the roster says of a referrer. */
export type Referrer = { active: boolean; intern: boolean }

/** By person. Somebody who is missing is not on the roster. */
export type People = Readonly<Record<string, Referrer>>

/** The persons who recruit for a job and manage it. */
export type JobSide = { recruiterId: string | null; hiringManagerId: string | null }

export type History = {
  candidateId: string
  appliedAt: string
  job: JobSide
  through: Through | null
  invitations: readonly AcceptedInvitation[]
  touches: readonly Touch[]
  applications: readonly EarlierApplication[]
  /** Every referrer that is named anywhere in the history. */
  people: People
  /** Referrers who declared themselves a relative of this candidate. */
  relatives: readonly string[]
}
