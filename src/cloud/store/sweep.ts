import sql from 'sql-template-tag'
import { addDays, shanghaiDay } from '@/domain/shanghai'
import type { Database } from './database'

/** Days for which what is only needed for a while is kept. */
const KEEP_DAYS = {
  ...{ answer: 7, change: 7, loginCode: 1, typedNumber: 2, textBody: 30 },
  ...{ readMessage: 180, message: 365, delivered: 30, quota: 30 },
}

/** Removes what has served: old answers, changes, login codes, ended sessions, typed numbers, what numbers got long ago, bodies of sent texts. */
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
    quotas as (
      delete from text_quota q where not exists (
        select from unnest(q.handed_at) as t where t > ${addDays(now, -KEEP_DAYS.quota)})
    ),
    texts as (
      -- Those that were forgotten have the number's hash left, for the limits.
      update outbox set recipient_hash = null, recipient_enc = null, body_enc = null
      where state <> 'waiting' and (body_enc is not null or recipient_hash is not null) and created_at < ${addDays(now, -KEEP_DAYS.textBody)}
    )
    select 1`)
}

/**
 * Removes messages that were read long ago, or that nobody has read for a year, each with its lines, and what is left of
 * their delivery. At most `limit` rows of each kind; returns of how many the fullest kind was.
 */
export async function sweepMessages(db: Database, now: Date, limit: number): Promise<number> {
  const { swept } = await db.one<{ swept: number }>(sql`
    with read as (
      delete from message where id in (
        select id from message where read_at is not null and at < ${addDays(now, -KEEP_DAYS.readMessage)} order by at limit ${limit})
      returning id
    ), left_unread as (
      delete from message where id in (
        select id from message where read_at is null and at < ${addDays(now, -KEEP_DAYS.message)} order by at limit ${limit})
      returning id
    ), delivered as (
      delete from outbox where id in (
        select id from outbox where message_id is not null and state <> 'waiting' and done_at < ${addDays(now, -KEEP_DAYS.delivered)}
        order by done_at limit ${limit} for update skip locked)
      returning id
    )
    select greatest((select count(*) from read), (select count(*) from left_unread), (select count(*) from delivered)) as swept`)
  return swept
}
