import { sql, type Kysely } from 'kysely'

/** What the clock looks for by itself: invitations whose end is still to be told, daily lists, what is swept away. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  // An invitation that the clock has ended bears `word_at` until its referrer has been told.
  `create index invitation_expired_word on invitation (word_at) where status = 'expired' and word_at is not null`,

  // The last day of which every recruiter's list is made: until the next one the clock need not look for late answers.
  `create table lists_made (
    only_row boolean primary key default true check (only_row),
    day date not null
  )`,

  // Each message stands in one of them: read ones are kept for less long.
  `create index message_read on message (at) where read_at is not null`,
  `create index message_left on message (at) where read_at is null`,
  `create index outbox_message_done on outbox (done_at) where message_id is not null and state <> 'waiting'`,
]
