import sql from 'sql-template-tag'
import type { Relation } from '@/domain/endorsement'
import type { InvitationStatus } from '@/domain/invitation'
import type { Context } from '../context'
import { storeAnswer } from './answer'
import { callerCte, type CallerRow } from './caller'
import { forgetTexts, iso } from './invitation'
import { jobJson, type JobRow } from './job'

/** What a token leads to, with what is needed to tell the addressee from a stranger. */
export type LandingRow = {
  id: string
  shareId: string
  status: InvitationStatus
  referrerId: string
  referrer: { name: string; department: string } | null
  relation: Relation | null
  line: string | null
  job: JobRow | null
  phoneHash: string | null
  phoneEnc: string | null
  sentAt: string
  expiresAt: string
  expired: boolean
  applicationId: string | null
}

export type OpenedShare = { caller: CallerRow; landing: LandingRow | null }

/** Finds the share of a token and marks a waiting invitation as opened, unless its own referrer is looking. */
export async function openShare(ctx: Context, token: string): Promise<OpenedShare> {
  return ctx.db.one<OpenedShare>(sql`
    with ${callerCte(ctx)}, opened as (
      update invitation i set status = 'opened', opened_at = ${ctx.now}, changed_at = ${ctx.now}
      from share s
      where s.token = ${token} and i.share_id = s.id and i.status = 'waiting' and i.expires_at > ${ctx.now}
        and i.referrer_id is distinct from (select id from caller)
      returning i.id, i.referrer_id
    ), told as (
      insert into change (person_id, kind, subject_id, at)
      select referrer_id, 'invitation', id, ${ctx.now}::timestamptz from opened
    )
    select (select to_jsonb(caller) from caller) as caller,
      (select jsonb_build_object('id', i.id, 'shareId', s.id,
        'status', case when exists (select from opened) then 'opened' else i.status end,
        'referrerId', i.referrer_id, 'relation', i.relation, 'line', i.line,
        'referrer', (select jsonb_build_object('name', e.name, 'department', e.department)
          from person p join employee e on e.phone_hash = p.phone_hash where p.id = i.referrer_id),
        'job', (select ${jobJson(ctx.now)} from job j where j.id = i.job_id),
        'phoneHash', i.phone_hash, 'phoneEnc', i.phone_enc,
        'sentAt', ${iso(sql`i.sent_at`)}, 'expiresAt', ${iso(sql`i.expires_at`)}, 'expired', i.expires_at <= ${ctx.now},
        'applicationId', (select a.id from application a where a.candidate_id = (select id from caller)
          and (a.invitation_id = i.id or a.job_id = i.job_id) order by a.applied_at desc limit 1))
        from share s join invitation i on i.share_id = s.id where s.token = ${token}) as landing`)
}

export type DeclineFacts = {
  caller: CallerRow
  answer: { erased: boolean } | null
  landing: DeclinableRow | null
}
export type DeclinableRow = {
  id: string
  shareId: string
  status: InvitationStatus
  phoneHash: string | null
  expired: boolean
}

/** The invitation behind a token, and the first answer to this request id of this share. */
export async function loadForDecline(ctx: Context, token: string, requestId: string): Promise<DeclineFacts> {
  return ctx.db.one<DeclineFacts>(sql`
    with ${callerCte(ctx)}, found as (
      select i.id, s.id as "shareId", i.status, i.phone_hash as "phoneHash", i.expires_at <= ${ctx.now} as expired
      from share s join invitation i on i.share_id = s.id where s.token = ${token}
    )
    select (select to_jsonb(caller) from caller) as caller,
      (select to_jsonb(found) from found) as landing,
      (select reply from answer where actor = 'share:' || (select "shareId" from found)::text
        and request_id = ${requestId} and call = 'invitation.decline') as answer`)
}

/**
 * Declines; with `erase` the number goes too, its texts are emptied and it joins the opt-out ledger as a hash.
 * False when the invitation was answered another way meanwhile.
 */
export async function decline(
  ctx: Context,
  found: DeclinableRow,
  requestId: string,
  erase: boolean,
): Promise<boolean> {
  const { now } = ctx
  const { moved } = await ctx.db.one<{ moved: boolean }>(sql`
    with before as (
      select id, phone_hash from invitation
      where id = ${found.id} and phone_hash is not null
        and (status in ('waiting', 'opened', 'accepted') or (${erase}::boolean and status = 'declined'))
      for update
    ), moved as (
      update invitation i set status = 'declined', answered_at = coalesce(i.answered_at, ${now}), changed_at = ${now},
        phone_hash = case when ${erase}::boolean then null else i.phone_hash end,
        phone_enc = case when ${erase}::boolean then null else i.phone_enc end
      from before where i.id = before.id returning i.id, i.referrer_id, before.phone_hash
    ), ${forgetTexts(sql`select id from moved`)},
    opted_out as (
      insert into text_opt_out (phone_hash, at) select phone_hash, ${now}::timestamptz from moved where ${erase}::boolean
      on conflict do nothing
    ), told as (
      insert into change (person_id, kind, subject_id, at)
      select referrer_id, 'invitation', id, ${now}::timestamptz from moved
      union all select p.id, 'invitation', moved.id, ${now}::timestamptz from moved join person p on p.phone_hash = moved.phone_hash
    ), answered as (${storeAnswer({
      actor: `share:${found.shareId}`,
      requestId,
      call: 'invitation.decline',
      reply: { erased: erase },
      now,
      gate: sql`moved`,
    })})
    select exists (select from moved) as moved`)
  return moved
}
