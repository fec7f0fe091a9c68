import type { InvitationStatus } from '../invitation'
import type { Stage } from '../stages'
import type { WorkCalendar } from '../work-time'

/** Whom and what a message is about. Everything may be unknown: not said yet, not for this seat, or erased since. */
export type Subject = {
  /** The candidate's name. */
  name: string | null
  /** Masked, and only for the referrer who typed it. */
  phone: string | null
  /** Title of the job. */
  job: string | null
}

/** What one line of a digest says, as things stood when it was made. */
export type DigestFacts = Subject & {
  /** When the digest was made: days are counted to it, not to when it is read. */
  at: Date
  calendar: WorkCalendar
  stage: Stage | null
  round: number
  /** Of an invitation. */
  status: InvitationStatus | null
  /** When the stage began, or when the invitation was sent. */
  since: Date | null
  /** When the answer is due; of a protection that ends, when it does. */
  dueAt: Date | null
  pausedUntil: Date | null
  /** Somebody referred them, and waits too: told in the recruiter's seat only. */
  owned: boolean
}

export type Colleague = { name: string; department: string }

/** What made somebody own a referral, or own it no more. */
export type OwnerCause = 'ruled' | 'transferred' | 'repicked'

/** The facts of the live record that the words of a message are made from. */
export type NoticeFacts = Subject & {
  /** When it happened. */
  at: Date
  /** When it is read. */
  now: Date
  calendar: WorkCalendar
  /** The job before a transfer. */
  fromJob: string | null
  /** Who invited, or owns the referral: never for a referrer's seat. */
  colleague: Colleague | null
  /** Whether whoever reads it owns the referral after what is told. */
  mine: boolean
  /** Of a change of who owns it. */
  cause: OwnerCause | null
  /** The stage it tells of, or that of now. */
  stage: Stage | null
  round: number
  /** Nothing has moved since: what is due, is due still. */
  current: boolean
  /** What the recruiter wrote for this seat. */
  text: string | null
  dueAt: Date | null
  pausedUntil: Date | null
  /** Of an invitation, as it is now. */
  status: InvitationStatus | null
  /** How often the referrer has nudged about this stage. */
  nudges: number
  /** The first lines of a digest; the other facts are of the first. */
  lines: readonly string[]
  /** How many there are. */
  total: number
}
