import type { CallName } from '@/contract/calls'

/** How often the function is there. With the two connections of each they have as many as pgbench with 16 clients. */
export const INSTANCES = 8
export const CONNECTIONS_EACH = 2

/** What the process with the function is told: where it lies, and then what to do. */
export type RunnerParts = { folder: string }
export type Order = { call: CallName; clients: number; seconds: number }

export type Done = {
  perSecond: number
  /** Milliseconds of a core that this process spent on each call. */
  workMs: number
}
