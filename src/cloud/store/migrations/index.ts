import type { Migration } from 'kysely'
import * as referral from './0001-referral'
import * as doors from './0002-doors'
import * as referAgain from './0003-refer-again'
import * as notices from './0004-notices'
import * as delivery from './0005-delivery'
import * as digest from './0006-digest'

/** In order; a migration that has run anywhere is never edited. */
export const MIGRATIONS: Record<string, Migration> = {
  '0001-referral': referral,
  '0002-doors': doors,
  '0003-refer-again': referAgain,
  '0004-notices': notices,
  '0005-delivery': delivery,
  '0006-digest': digest,
}
