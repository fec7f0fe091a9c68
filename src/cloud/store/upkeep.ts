import sql from 'sql-template-tag'
import type { Database } from './database'
import { forgetTexts } from './invitation'

/**
 * Ends invitations whose time is over and erases their numbers, declined ones included: a number that led to nothing is
 * not kept. product.md, "Who owns the referral", clause 3. Returns how many.
 */
export async function expireInvitations(db: Database, now: Date, limit: number): Promise<number> {
  const { expired } = await db.one<{ expired: number }>(sql`
    with due as (
      select id from invitation
      where status in ('waiting', 'opened', 'accepted', 'declined') and phone_hash is not null and expires_at <= ${now}
      order by expires_at limit ${limit} for update skip locked
    ), expired as (
      update invitation i set phone_hash = null, phone_enc = null, changed_at = ${now},
        status = case when i.status = 'declined' then i.status else 'expired' end,
        -- Its referrer is told in the next digest.
        word_at = case when i.status <> 'declined' then ${now}::timestamptz end
      from due where i.id = due.id returning i.id, i.referrer_id, i.candidate_id
    ), ${forgetTexts(sql`select id from expired`)},
    told as (
      insert into change (person_id, kind, subject_id, at)
      select person_id, 'invitation', id, ${now}::timestamptz
      from expired, unnest(array[referrer_id, candidate_id]) as person_id where person_id is not null
    )
    select count(*) as expired from expired`)
  return expired
}

/**
 * Marks applications that ended without a hire and whose protection is over. Whoever owned them, and may refer the person
 * again, sees it at once and is told in the next digest. Returns how many.
 */
export async function lapseProtections(db: Database, now: Date, limit: number): Promise<number> {
  const { lapsed } = await db.one<{ lapsed: number }>(sql`
    with due as (
      select id from application
      where lapsed_at is null and owner_id is not null and stage in ('rejected', 'withdrawn', 'expired', 'pooled')
        and protected_until <= ${now}
      order by protected_until limit ${limit} for update skip locked
    ), lapsed as (
      update application a set lapsed_at = ${now} from due where a.id = due.id returning a.id, a.owner_id
    ), happened as (
      insert into attribution_event (id, application_id, kind, owner_id, at)
      select gen_random_uuid(), id, 'lapsed', owner_id, ${now}::timestamptz from lapsed on conflict do nothing
    ), told as (
      insert into change (person_id, kind, subject_id, at) select owner_id, 'application', id, ${now}::timestamptz from lapsed
    )
    select count(*) as lapsed from lapsed`)
  return lapsed
}
