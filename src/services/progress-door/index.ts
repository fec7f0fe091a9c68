import { goToTab } from '../navigate'

/** Which side of the progress tab to show, and the invitation to open there. */
export type ProgressDoor = { seat: 'referrer' | 'candidate'; invitationId: string | null }

let asked: ProgressDoor | null = null

/** To the progress tab, at something particular. A tab takes no parameters, so it is left here for the page to take. */
export async function openProgress(door: ProgressDoor): Promise<void> {
  asked = door
  await goToTab('progress')
}

/** What the page was opened for; once, so that coming back later shows what was left. */
export function takeProgressDoor(): ProgressDoor | null {
  const door = asked
  asked = null
  return door
}
