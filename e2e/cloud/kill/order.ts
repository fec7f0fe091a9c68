import type { Config } from '@/cloud/config'
import type { CallName } from '@/contract/calls'
import type { Reply } from '@/contract/call'

/** Before a statement is sent, once it is sent and not answered, or once it is answered. Statements count from 1. */
export type Death = { statement: number; when: 'before' | 'during' | 'after' }

/** What a child process is told: one call to serve, and when to die over it. */
export type Order = {
  config: Omit<Config, 'keys' | 'hashKey' | 'templates'>
  /** Base64, as the environment of a function has them. */
  keys: { encryption: string; hash: string }
  call: CallName
  input: object
  loginKey: string | null
  /** ISO 8601. */
  now: string
  death: Death | null
}

/** At a statement, or at the hand-over of so many messages: before the door has it, or when it has and nobody knows. */
export type WorkDeath = Death | { hand: number; when: 'before' | 'after' }

/** What a worker is told: to deliver what is due, where its doors write down what they were given, and when to die. */
export type WorkOrder = Pick<Order, 'config' | 'keys' | 'now'> & { ledger: string; death: WorkDeath | null }

export type Served = { reply: Reply<unknown>; statements: number }
