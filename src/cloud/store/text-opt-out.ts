import sql from 'sql-template-tag'
import type { Database } from './database'

/** This number gets no text with an invitation any more; login codes still come. Said again, it stays as it was. */
export async function stopTexts(db: Database, phoneHash: string, now: Date): Promise<void> {
  await db.rows(
    sql`insert into text_opt_out (phone_hash, at) values (${phoneHash}, ${now}) on conflict do nothing`,
  )
}
