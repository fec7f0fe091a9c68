import sql, { type Sql } from 'sql-template-tag'
import { sessionKey } from '@/cloud/secrets'
import type { Seat } from '@/contract/fields'
import { idOf } from '../ground/ids'
import { FIRST_CANDIDATE, RECRUITER, tokenOf, type Population } from '../ground/population'

/** Who sits before a screen, and the application that stands on it; the recruiter looks at the list. */
export type Watching = { person: number; as: Seat; application: number | null }

export const SCREENS = 500

/** One application each, and the recruiter of all. */
const REFERRERS = SCREENS / 2
export const CROWD: Population = {
  ...{ jobs: 20, readers: REFERRERS + 1, applications: 1, waiting: 2, touches: 2, senders: 0 },
}

/** The applications that move: all but the recruiter's own. */
export const MOVED = Array.from({ length: REFERRERS }, (_, index) => index + 2)

const UNREAD_EACH = 5

/** The recruiter, every referrer, and every candidate but the last: 500 different people. */
export function crowd(): Watching[] {
  const referrers = MOVED.map((n): Watching => ({ person: n, as: 'referrer', application: n }))
  const candidates = MOVED.map((n): Watching => ({
    person: FIRST_CANDIDATE - 1 + n,
    as: 'candidate',
    application: n,
  }))
  const recruiter: Watching = { person: RECRUITER, as: 'recruiter', application: null }
  return [recruiter, ...referrers, ...candidates].slice(0, SCREENS)
}

/** Sessions for the candidates, and messages that nobody has read yet: both are part of what a poll looks at. */
export function crowdRows(): Sql[] {
  const candidates = crowd().filter(({ as }) => as === 'candidate')
  const keys = candidates.map(({ person }) => sessionKey(tokenOf(person)))
  const ids = candidates.map(({ person }) => idOf('person', person))
  return [
    sql`insert into login (key, person_id, kind, created_at, expires_at)
      select key, id, 'web', now(), now() + interval '1 day' from unnest(${keys}::text[], ${ids}::uuid[]) as given (key, id)`,
    sql`insert into message (id, person_id, seat, event, occasion, dedupe_key, at)
      select id, person_id, 'referrer', 'digest', id, id::text, now() from
        (select gen_random_uuid() as id, p.id as person_id from person p, generate_series(1, ${UNREAD_EACH}::int)) as made`,
    sql`analyze`,
  ]
}
