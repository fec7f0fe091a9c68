import sql, { type Sql } from 'sql-template-tag'
import { shanghaiDay } from '@/domain/shanghai'
import type { Relation } from '@/domain/endorsement'
import type { InvitationStatus } from '@/domain/invitation'
import type { OwnChannel } from '@/domain/own-share'
import type { Context } from '../context'
import { callerCte, type CallerRow } from './caller'
import { iso } from './invitation'
import { nextInvitationWord } from './invitation-word'
import { jobJson, takesReferrals, type JobRow } from './job'
import { aboutInvitation, messageCtes } from './message'
import { invitationsWaiting } from './session'
import { livingShare, SHARE_AND_REFERRER } from './share'

type Found = {
  /** Somebody may still come by it. */
  lives: boolean
  referrerId: string
  /** Null when they are not on the roster any more. */
  referrer: { name: string; department: string } | null
  job: JobRow | null
  applicationId: string | null
}

/** An invitation, with what is needed to tell the addressee from a stranger. */
export type InvitationFound = Found & {
  kind: 'invitation'
  id: string
  status: InvitationStatus
  relation: Relation | null
  line: string | null
  phoneHash: string | null
  phoneEnc: string | null
  sentAt: string
  expiresAt: string
}

export type ShareFound = Found & { kind: 'share'; channel: OwnChannel; jobs: JobRow[]; waiting: number }

export type OpenedShare = { caller: CallerRow; landing: InvitationFound | ShareFound | null }

export type Opening = {
  token: string
  /** The keyed hash of who opens, if their browser or WeChat tells. */
  visitor: string | null
  scene: number | null
  /** False for a bot: it is answered like everybody and leaves no trace. */
  counts: boolean
}

/**
 * Finds the share of a token, notes the touch and marks a waiting invitation as opened, unless its own referrer is
 * looking. Whoever is logged in is known by name from now on, and so is what they touched before.
 */
export async function openShare(ctx: Context, opening: Opening): Promise<OpenedShare> {
  const { now } = ctx
  return ctx.db.one<OpenedShare>(sql`
    with ${callerCte(ctx)}, found as materialized (
      select s.id, s.channel, s.referrer_id, s.job_id, e.name, e.department, ${livingShare(now)} as lives
      from ${SHARE_AND_REFERRER}
      where s.token = ${opening.token}
    ), who as (
      -- Somebody without a mark is known by their person, which the touch names anyway.
      select coalesce(${opening.visitor}::text, 'person:' || (select id from caller)) as visitor, (select id from caller) as person_id
    ), seen as materialized (
      select found.* from found, who
      where found.lives and ${opening.counts}::boolean and found.referrer_id is distinct from who.person_id
    ), touched as (
      insert into touch (share_id, visitor, day, at, scene, person_id)
      select seen.id, who.visitor, ${shanghaiDay(now).date}::date, ${now}::timestamptz, ${opening.scene}::int, who.person_id
      from seen, who where who.visitor is not null
      on conflict do nothing
    ), ${callersEarlierTouches(opening.visitor, now)}, opened as (
      update invitation i set status = 'opened', opened_at = ${now}, changed_at = ${now},
        word_at = ${nextInvitationWord(sql`i.sent_at`, now)}
      from seen where i.share_id = seen.id and i.status = 'waiting'
      returning i.id, i.referrer_id
    ), told as (
      insert into change (person_id, kind, subject_id, at)
      select referrer_id, 'invitation', id, ${now}::timestamptz from opened
    ), ${messageCtes(sql`opened`, [aboutInvitation('invitation-opened')], null, now)}
    select (select to_jsonb(caller) from caller) as caller,
      (select jsonb_build_object('lives', found.lives, 'referrerId', found.referrer_id,
          'referrer', case when found.name is not null then jsonb_build_object('name', found.name, 'department', found.department) end,
          'job', (select ${jobJson(now)} from job j where j.id = found.job_id))
        || case when found.channel = 'invite' then ${INVITATION_LANDING} else ${shareLanding(now)} end
        from found) as landing`)
}

/**
 * CTE `proved`: what this visitor touched without a proven number is the caller's, who is logged in. Written only when
 * there is something since the last proof that nobody has.
 */
function callersEarlierTouches(visitor: string | null, now: Date): Sql {
  return sql`proved as (
      insert into visitor_proof (visitor, at, person_id)
      select ${visitor}, ${now}::timestamptz, caller.id from caller
      where (select max(at) from touch where visitor = ${visitor}::text and person_id is null)
        > coalesce((select max(at) from visitor_proof where visitor = ${visitor}::text), '-infinity')
      on conflict do nothing
    )`
}

const INVITATION_LANDING = sql`(select jsonb_build_object('kind', 'invitation', 'id', i.id,
  'status', case when exists (select from opened) then 'opened' else i.status end,
  'relation', i.relation, 'line', i.line, 'phoneHash', i.phone_hash, 'phoneEnc', i.phone_enc,
  'sentAt', ${iso(sql`i.sent_at`)}, 'expiresAt', ${iso(sql`i.expires_at`)},
  'applicationId', (select a.id from application a where a.candidate_id = (select id from caller)
    and (a.invitation_id = i.id or a.job_id = i.job_id) order by a.applied_at desc limit 1))
  from invitation i where i.share_id = found.id)`

/** With the open jobs, unless the share is for one of them. */
function shareLanding(now: Date): Sql {
  return sql`jsonb_build_object('kind', 'share', 'channel', found.channel,
    'jobs', case when exists (select from job j where j.id = found.job_id and ${takesReferrals(now)}) then '[]'::jsonb
      else (select coalesce(jsonb_agg(${jobJson(now)} order by j.created_at desc, j.id), '[]') from job j where ${takesReferrals(now)}) end,
    'applicationId', (select a.id from application a where a.candidate_id = (select id from caller) and a.job_id = found.job_id
      order by a.applied_at desc limit 1),
    'waiting', ${invitationsWaiting(now)})`
}
