/**
 * Who works here. Readers have referrals to look at and shares of their own, as many each; what they see stays the same
 * for the whole run. Senders only invite.
 */
export type Population = {
  jobs: number
  readers: number
  /** Per reader: referrals with a timeline, and invitations that nobody has answered. */
  applications: number
  waiting: number
  /** Per reader: how often somebody has opened one of their own shares. At least twice as many as `applications`. */
  touches: number
  senders: number
}

export const POPULATION: Population = {
  jobs: 20,
  readers: 400,
  applications: 8,
  waiting: 4,
  touches: 40,
  senders: 9_000,
}

/** The reader who recruits for every job. */
export const RECRUITER = 1

/** Of one reader, in this order. */
export const OWN_CHANNELS = ['poster', 'card', 'link', 'code'] as const

/** Numbers of persons: readers first, then the senders. */
export function firstSender({ readers }: Population): number {
  return readers + 1
}

export function employeesOf({ readers, senders }: Population): number {
  return readers + senders
}

export function referralsOf({ readers, applications }: Population): number {
  return readers * applications
}

/** Candidates are persons too, numbered from here. */
export const FIRST_CANDIDATE = 1_000_001

/** The token of a person's session. */
export function tokenOf(person: number): string {
  return `bench-session-${person}`
}

/** The openid of a person in WeChat. */
export function openidOf(person: number): string {
  return `oBench${person}`
}

/** Shares that readers made by themselves are numbered, a poster first for each. */
export function posterOf(reader: number): number {
  return (reader - 1) * OWN_CHANNELS.length + 1
}

/** The token of a share that a reader made by themselves. */
export function ownToken(share: number): string {
  return `own-${share}`
}
