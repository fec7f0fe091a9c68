import sql from 'sql-template-tag'
import { POLICY } from '@/domain/policy'
import { shanghaiMinutes } from '@/domain/shanghai'
import type { Database } from '../../../store/database'

/**
 * Whether a clock could have anything to do but to sweep. Asked so that a simulated half-year does not take a day: a clock
 * that is not run tells nobody anything, so that a mistake here makes the silence longer, never shorter.
 */
export async function anythingDue(db: Database, now: Date): Promise<boolean> {
  // Late answers and daily lists are not looked up here: the whole hour of the digests is run, and the one after it.
  const hour = Math.floor(shanghaiMinutes(now) / 60) - POLICY.words.digestHour
  if (hour === 0 || hour === 1) return true
  const { due } = await db.one<{ due: boolean }>(sql`
    select exists (select from outbox where state = 'waiting' and run_at <= ${now})
      or exists (select from invitation where expires_at <= ${now} and phone_hash is not null
        and status in ('waiting', 'opened', 'accepted', 'declined'))
      or exists (select from application where protected_until <= ${now} and lapsed_at is null and owner_id is not null
        and stage in ('rejected', 'withdrawn', 'expired', 'pooled')) as due`)
  return due
}
