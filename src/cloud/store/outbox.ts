import sql from 'sql-template-tag'
import type { Database } from './database'

export type DueText = {
  id: string
  kind: 'login-code' | 'invitation'
  attempts: number
  recipientEnc: string
  bodyEnc: string
}

/** Longer than any send may take: until then nobody else claims the row. */
const LEASE_MS = 60_000

/** Claims texts that are due. Two that claim at once get different rows. */
export async function claimTexts(db: Database, now: Date, limit: number): Promise<DueText[]> {
  return db.rows<DueText>(sql`
    update outbox set attempts = attempts + 1, run_at = ${new Date(now.getTime() + LEASE_MS)}
    where id in (
      select id from outbox where state = 'waiting' and run_at <= ${now} order by run_at limit ${limit} for update skip locked
    ) and recipient_enc is not null and body_enc is not null
    returning id, kind, attempts, recipient_enc as "recipientEnc", body_enc as "bodyEnc"`)
}

export async function markSent(db: Database, id: string, now: Date): Promise<void> {
  await db.rows(sql`update outbox set state = 'sent', done_at = ${now} where id = ${id}`)
}

/** Puts a text back for a later try, or lays it aside as dead with the reason. */
export async function markFailed(db: Database, id: string, next: Date | null, reason: string): Promise<void> {
  await db.rows(sql`
    update outbox set reason = ${reason}, state = case when ${next}::timestamptz is null then 'dead' else state end,
      run_at = coalesce(${next}::timestamptz, run_at)
    where id = ${id}`)
}
