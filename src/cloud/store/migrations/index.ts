import type { Migration } from 'kysely'
import * as referral from './0001-referral'
import * as doors from './0002-doors'

/** In order; a migration that has run anywhere is never edited. */
export const MIGRATIONS: Record<string, Migration> = {
  '0001-referral': referral,
  '0002-doors': doors,
}
