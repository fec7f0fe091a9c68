import type { Stage } from './stages'

/** How many people a share brought how far. */
export type ShareTally = {
  opened: number
  /** Proved their number. */
  accepted: number
  applied: number
  interviewed: number
  hired: number
}

/** A tally as its owner may see it: null where it could point at somebody. */
export type ShownTally = { [Step in keyof ShareTally]: number | null }

/** With fewer people their colleague would know who they are. */
export const FEWEST_SHOWN = 3

/** Whoever was in one of these has been interviewed, also when a stage was passed over. */
export const STAGES_FROM_INTERVIEW = [
  'interview',
  'offer',
  'onboarding',
  'hired',
  'confirmed',
] as const satisfies readonly Stage[]
export const STAGES_FROM_HIRED = ['hired', 'confirmed'] as const satisfies readonly Stage[]

/** Numbers under three people are not told, and of a share that fewer than three people opened, none is. */
export function showTally(tally: ShareTally): ShownTally {
  const crowd = tally.opened >= FEWEST_SHOWN
  const shown = (people: number) => (crowd && people >= FEWEST_SHOWN ? people : null)
  return {
    opened: shown(tally.opened),
    accepted: shown(tally.accepted),
    applied: shown(tally.applied),
    interviewed: shown(tally.interviewed),
    hired: shown(tally.hired),
  }
}
