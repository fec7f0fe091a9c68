import { sql, type Kysely } from 'kysely'

/** How messages leave: what each number got, what a provider refuses, and the ways the outbox is read. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  // When texts with invitations were handed over for a number, over all referrers. One row for a number, so that two
  // workers that ask at once ask one after the other. Only the last 30 days are looked at.
  `create table text_quota (
    phone_hash text primary key,
    handed_at timestamptz[] not null
  )`,
  `insert into text_quota (phone_hash, handed_at)
    select recipient_hash, array_agg(coalesce(done_at, run_at) order by created_at) from outbox
    where kind = 'invitation' and state = 'sent' and recipient_hash is not null and created_at > now() - interval '30 days'
    group by recipient_hash`,

  // What a provider will not take as it is: a template of subscribe messages, or a kind of text. \`setting\` is what was
  // refused: with another one in the configuration it is forgotten.
  `create table refusal (
    what text primary key check (what in ('progress', 'answer', 'task', 'login-code', 'invitation')),
    setting text not null,
    reason text not null,
    at timestamptz not null
  )`,

  // Somebody waits for a code and looks at the screen: codes do not queue behind a morning's messages.
  `create index outbox_code_due on outbox (run_at) where state = 'waiting' and kind = 'login-code'`,
  `create index outbox_recent on outbox (created_at, state)`,
  `update outbox set done_at = created_at where state = 'dead' and done_at is null`,
]
