import type { ServiceParts } from '../ground/open-ground'

/** What the bench says to a worker, in this order: who it is; deliver; deliver; … */
export type Order = { parts: ServiceParts } | { now: string }

/** What a worker answers: it is up; the ids of what its doors were given. */
export type Answer = { ready: true } | { given: string[] }
