import type { JobSide, People } from './history'
import { obstacleTo, type ObstaclePolicy } from './obstacle'

export const ATTRIBUTION_EVENT_KINDS = [
  'claimed',
  'objected',
  'ruled',
  'transferred',
  'repicked',
  'lapsed',
] as const
export type AttributionEventKind = (typeof ATTRIBUTION_EVENT_KINDS)[number]

/** Something that happened to the owner of a referral after the application. Append-only. */
export type AttributionEvent = {
  id: string
  kind: AttributionEventKind
  /** Who owns the referral from now on. Of a claim, an objection or a lapse, who does so far. */
  ownerId: string | null
  /** ISO 8601 in UTC with milliseconds. */
  at: string
}

const DECIDES: Record<AttributionEventKind, boolean> = {
  claimed: false,
  objected: false,
  ruled: true,
  transferred: true,
  repicked: true,
  lapsed: false,
}

/**
 * Who owns the referral now: as the newest ruling, transfer or re-pick says, else as frozen on the application.
 * A claim or an objection changes nothing until it is ruled on. product.md, "Who owns the referral", clause 7.
 */
export function effectiveOwner(frozen: string | null, events: readonly AttributionEvent[]): string | null {
  let newest: AttributionEvent | undefined
  for (const event of events) {
    if (DECIDES[event.kind] && (newest === undefined || isNewer(event, newest))) newest = event
  }
  return newest === undefined ? frozen : newest.ownerId
}

/**
 * Who owns the referral after the candidate was moved to another job: the same colleague (clause 4), unless they may
 * not be credited for that job (clause 5).
 */
export function ownerAfterTransfer(
  ownerId: string | null,
  candidateId: string,
  newJob: JobSide,
  people: People,
  policy: ObstaclePolicy,
  relatives: readonly string[] = [],
): string | null {
  if (ownerId === null) return null
  const obstacle = obstacleTo(ownerId, { candidateId, job: newJob, people, relatives }, policy)
  return obstacle === null ? ownerId : null
}

function isNewer(a: AttributionEvent, b: AttributionEvent): boolean {
  return a.at > b.at || (a.at === b.at && a.id > b.id)
}
