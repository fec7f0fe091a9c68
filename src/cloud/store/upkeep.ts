import sql from 'sql-template-tag'
import { addDays, shanghaiDay } from '@/domain/shanghai'
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
        status = case when i.status = 'declined' then i.status else 'expired' end
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
 * Marks applications that ended without a hire and whose protection is over, and tells whoever owned them, who may refer
 * the person again. Returns how many.
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

/** Days for which what is only needed for a while is kept. */
const KEEP_DAYS = { answer: 7, change: 7, loginCode: 1, typedNumber: 2, textBody: 30 }

/** Removes what has served: old answers, changes, login codes, ended sessions, typed numbers, bodies of sent texts. */
export async function sweep(db: Database, now: Date): Promise<void> {
  await db.rows(sql`
    with answers as (delete from answer where at < ${addDays(now, -KEEP_DAYS.answer)}),
    changes as (delete from change where at < ${addDays(now, -KEEP_DAYS.change)} returning txid),
    floor as (
      insert into change_floor (txid) select txid from changes order by txid desc limit 1
      on conflict (only_row) do update set txid = greatest(change_floor.txid, excluded.txid)
    ),
    codes as (delete from login_code where created_at < ${addDays(now, -KEEP_DAYS.loginCode)}),
    sessions as (delete from login where expires_at < ${now}),
    typed as (delete from typed_number where day < ${shanghaiDay(addDays(now, -KEEP_DAYS.typedNumber)).date}),
    texts as (
      update outbox set recipient_hash = null, recipient_enc = null, body_enc = null
      where state <> 'waiting' and body_enc is not null and created_at < ${addDays(now, -KEEP_DAYS.textBody)}
    )
    select 1`)
}
