import sql, { empty } from 'sql-template-tag'
import type { Relation } from '@/domain/endorsement'
import type { TextHistory } from '@/domain/texting'
import { addDays, shanghaiDay } from '@/domain/shanghai'
import type { Context } from '../context'
import { callersAnswer, storeAnswer } from './answer'
import { callerCte, type CallerRow } from './caller'
import {
  INVITATION_FROM,
  INVITATION_JSON,
  LIVE_STATUSES,
  type InvitationRow,
  type StoredTextPlan,
} from './invitation'
import { jobJson, type JobRow } from './job'

export type SendFacts = {
  caller: CallerRow
  answer: { invitationId: string; already: boolean } | null
  job: JobRow | null
  /** The invitation of the first answer, else the live one of this referrer, number and job. */
  standing: InvitationRow | null
  /** The number is in process, or owned and protected. */
  taken: boolean
  typedToday: number
  typedBefore: boolean
  texts: TextHistory
}

/** Everything that decides about an invitation, in one statement. */
export async function loadForSend(
  ctx: Context,
  ask: { phoneHash: string; jobId: string | null; requestId: string },
): Promise<SendFacts> {
  const { phoneHash, jobId } = ask
  const today = shanghaiDay(ctx.now).date
  return ctx.db.one<SendFacts>(sql`
    with ${callerCte(ctx)}, answered as (
      select ${callersAnswer('invitation.send', ask.requestId)} as reply
    ), texted as (
      select count(*) filter (where created_at > ${addDays(ctx.now, -1)}) as in_24_hours, count(*) as in_30_days
      from outbox
      where recipient_hash = ${phoneHash} and kind = 'invitation' and state <> 'dropped' and created_at > ${addDays(ctx.now, -30)}
    )
    select (select to_jsonb(caller) from caller) as caller,
      (select reply from answered) as answer,
      (select ${jobJson(ctx.now)} from job j where j.id = ${jobId}) as job,
      (select ${INVITATION_JSON} from ${INVITATION_FROM}, answered
        where i.referrer_id = (select id from caller) and case
          when answered.reply is not null then i.id = (answered.reply ->> 'invitationId')::uuid
          else i.phone_hash = ${phoneHash} and i.job_id is not distinct from ${jobId}::uuid
            and i.status in ${LIVE_STATUSES} and (i.status = 'applied' or i.expires_at > ${ctx.now})
        end) as standing,
      exists (select from person p join application a on a.candidate_id = p.id
        where p.phone_hash = ${phoneHash}
          and (a.ended_at is null or (a.referrer_id is not null and a.protected_until > ${ctx.now}))) as taken,
      (select count(*) from typed_number where referrer_id = (select id from caller) and day = ${today}) as "typedToday",
      exists (select from typed_number
        where referrer_id = (select id from caller) and day = ${today} and phone_hash = ${phoneHash}) as "typedBefore",
      (select jsonb_build_object('in24Hours', in_24_hours, 'in30Days', in_30_days,
        'optedOut', exists (select from text_opt_out where phone_hash = ${phoneHash})) from texted) as texts`)
}

/** Notes that a number was typed, also when nothing came of it: the daily limit counts it. */
export async function noteTypedNumber(ctx: Context, referrerId: string, phoneHash: string): Promise<void> {
  await ctx.db.rows(sql`
    insert into typed_number (referrer_id, phone_hash, day, at)
    values (${referrerId}, ${phoneHash}, ${shanghaiDay(ctx.now).date}, ${ctx.now}) on conflict do nothing`)
}

export type NewInvitation = {
  requestId: string
  id: string
  shareId: string
  token: string
  referrerId: string
  jobId: string | null
  phoneHash: string
  phoneEnc: string
  relation: Relation | null
  line: string | null
  textPlan: StoredTextPlan
  text: { id: string; bodyEnc: string; runAt: Date } | null
  expiresAt: Date
}

/**
 * Writes share, invitation, text, trace and answer in one statement. Throws a unique violation when the same request,
 * or another for the same number and job, came first.
 */
export async function insertInvitation(ctx: Context, made: NewInvitation): Promise<void> {
  const { now } = ctx
  const texted = made.text
    ? sql`, texted as (
        insert into outbox (id, kind, recipient_hash, recipient_enc, body_enc, invitation_id, dedupe_key, run_at, created_at)
        values (${made.text.id}, 'invitation', ${made.phoneHash}, ${made.phoneEnc}, ${made.text.bodyEnc}, ${made.id},
          ${`invitation:${made.id}`}, ${made.text.runAt}, ${now})
      )`
    : empty
  await ctx.db.rows(sql`
    with gate as (select 1 as open), answered as (${storeAnswer({
      actor: made.referrerId,
      requestId: made.requestId,
      call: 'invitation.send',
      reply: { invitationId: made.id, already: false },
      now,
      gate: sql`gate`,
    })}), shared as (
      insert into share (id, token, channel, referrer_id, job_id, created_at)
      values (${made.shareId}, ${made.token}, 'invite', ${made.referrerId}, ${made.jobId}, ${now})
    ), stale as (
      update invitation set status = 'expired', phone_hash = null, phone_enc = null, changed_at = ${now}
      where referrer_id = ${made.referrerId} and phone_hash = ${made.phoneHash} and status in ('waiting', 'opened', 'accepted')
        and expires_at <= ${now}
      returning id
    ), invited as (
      -- Reads the CTE before, so that an expired invitation has made room in the unique index first.
      insert into invitation (id, share_id, referrer_id, job_id, phone_hash, phone_enc, relation, line, text_plan, sent_at, expires_at, changed_at)
      select ${made.id}::uuid, ${made.shareId}::uuid, ${made.referrerId}::uuid, ${made.jobId}::uuid, ${made.phoneHash}, ${made.phoneEnc},
        ${made.relation}, ${made.line}, ${JSON.stringify(made.textPlan)}::jsonb, ${now}::timestamptz, ${made.expiresAt}::timestamptz, ${now}::timestamptz
      from (select count(*) from stale) as cleared
    ), typed as (
      insert into typed_number (referrer_id, phone_hash, day, at)
      values (${made.referrerId}, ${made.phoneHash}, ${shanghaiDay(now).date}, ${now}) on conflict do nothing
    ), told as (
      insert into change (person_id, kind, subject_id, at)
      select ${made.referrerId}::uuid, 'invitation', ${made.id}::uuid, ${now}::timestamptz
      union all select id, 'invitation', ${made.id}::uuid, ${now}::timestamptz from person where phone_hash = ${made.phoneHash}
    )${texted}
    select 1`)
}
