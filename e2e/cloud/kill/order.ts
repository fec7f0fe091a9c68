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

export type Served = { reply: Reply<unknown>; statements: number }
