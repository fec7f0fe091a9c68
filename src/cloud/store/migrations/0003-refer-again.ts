import { sql, type Kysely } from 'kysely'

/**
 * Once an invitation has led to an application it has done its part: when that has ended and nobody is protected, the
 * same colleague may invite the same number for the same job again.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `drop index invitation_once`,
  `create unique index invitation_once on invitation (referrer_id, phone_hash, job_id) nulls not distinct
    where status in ('waiting', 'opened', 'accepted') and phone_hash is not null`,
  // A request id is one call's: the same for another call is another request.
  `alter table answer drop constraint answer_pkey, add primary key (actor, request_id, call)`,
]
