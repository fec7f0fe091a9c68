import sql from 'sql-template-tag'
import type { Database } from '../../../store/database'
import type { Witness } from './witness'

/** While somebody who works here waits for news of a record that is theirs. */
type Wait = { record: string; person: string; from: Date; to: Date }

const DAY_MS = 86_400_000

/**
 * The longest time, in days, in which the owner of a live referral was told nothing of it, and of how many referrals. A
 * referral lives while its invitation waits for an answer, and while its process goes on.
 */
export async function longestSilence(
  db: Database,
  { told }: Pick<Witness, 'told'>,
  end: Date,
  left: ReadonlyMap<string, Date>,
): Promise<{ days: number; record: string | null; waits: number }> {
  const waits = [...(await invitations(db, end)), ...(await applications(db, end))]
  let longest = { days: 0, record: null as string | null }
  for (const { record, person, from, to } of waits) {
    const until = Math.min(to.getTime(), left.get(person)?.getTime() ?? Infinity)
    const times = (told.get(`${record} ${person}`) ?? []).filter((ms) => ms > from.getTime() && ms < until)
    let last = from.getTime()
    for (const ms of [...times, until]) {
      const days = (ms - last) / DAY_MS
      if (days > longest.days) longest = { days, record }
      last = ms
    }
  }
  return { ...longest, waits: waits.length }
}

/** Sent by themselves, and over with an answer, an application through it, or its time. */
async function invitations(db: Database, end: Date): Promise<Wait[]> {
  return db.rows<Wait>(sql`
    select i.id as record, i.referrer_id as person, i.sent_at as from,
      least(${end}::timestamptz, case when i.status in ('waiting', 'opened', 'accepted') then i.expires_at
        when i.status = 'expired' then i.expires_at
        when i.status = 'applied' then coalesce((select min(a.applied_at) from application a
          where a.candidate_id = i.candidate_id and a.applied_at >= i.answered_at), i.changed_at)
        else coalesce(i.answered_at, i.changed_at) end) as to
    from invitation i`)
}

/** For each owner from when they owned it; a colleague to whom it was given by decision is told of that. */
async function applications(db: Database, end: Date): Promise<Wait[]> {
  return db.rows<Wait>(sql`
    with owned as (
      select a.id, a.referrer_id as owner, a.applied_at as at from application a
      union all select e.application_id, e.owner_id, e.at from attribution_event e
        where e.kind in ('ruled', 'repicked') and e.application_id is not null
    ), spans as (
      select id, owner, at as from, lead(at) over (partition by id order by at) as next from owned
    )
    select a.id as record, s.owner as person, s.from, least(${end}::timestamptz, coalesce(s.next, a.ended_at), coalesce(a.ended_at, s.next)) as to
    from spans s join application a on a.id = s.id
    where s.owner is not null and (a.ended_at is null or s.from < a.ended_at)`)
}
