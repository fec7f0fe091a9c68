/**
 * Who works here. Readers have referrals to look at; what they see stays the same for the whole run. Senders invite,
 * and no sender more often than the daily limit lets them: pgbench has its own, as it would use up the limit of ours.
 */
export const POPULATION = {
  jobs: 20,
  readers: 400,
  /** Per reader: referrals with a timeline, and invitations that nobody has answered. */
  applications: 8,
  waiting: 4,
  /** For the HTTP face, and as many again for pgbench. */
  senders: 4_000,
} as const

/** Numbers of persons: readers first, then the senders of the HTTP face, then those of pgbench. */
export const FIRST_SENDER = POPULATION.readers + 1
export const FIRST_PGBENCH_SENDER = FIRST_SENDER + POPULATION.senders
export const EMPLOYEES = FIRST_PGBENCH_SENDER + POPULATION.senders - 1

/** Candidates are persons too, numbered from here. */
export const FIRST_CANDIDATE = 1_000_001

/** The token of a person's session. */
export function tokenOf(person: number): string {
  return `bench-session-${person}`
}
