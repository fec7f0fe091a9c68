import sql, { empty } from 'sql-template-tag'
import type { Relation } from '@/domain/endorsement'
import { nextInvitationWordAt } from '@/domain/notices/next-word'
import { POLICY } from '@/domain/policy'
import type { TextHistory } from '@/domain/texting'
import { addDays } from '@/domain/shanghai'
import type { Context } from '../context'
import { callersAnswer, storeAnswer } from './answer'
import { callerCte, type CallerRow } from './caller'
import { INVITATION_FROM, INVITATION_JSON, type InvitationRow, type StoredTextPlan } from './invitation'
import { jobJson, type JobRow } from './job'
import { messageCtes } from './message'
import { isTaken, numberFacts, typedNumberCtes, type NumberFacts } from './typed-number'

export type SendFacts = NumberFacts & {
  caller: CallerRow
  answer: { invitationId: string; already: boolean } | null
  job: JobRow | null
  /**
   * The invitation of the first answer, else the newest live one of this referrer, number and job: unanswered, accepted,
   * or applied through while the number is taken.
   */
  standing: InvitationRow | null
  texts: TextHistory
}

/** Everything that decides about an invitation, in one statement. */
export async function loadForSend(
  ctx: Context,
  ask: { phoneHash: string; jobId: string | null; requestId: string },
): Promise<SendFacts> {
  const { phoneHash, jobId } = ask
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
            and ((i.status in ('waiting', 'opened', 'accepted') and i.expires_at > ${ctx.now})
              or (i.status = 'applied' and ${isTaken(phoneHash, ctx.now)}))
        end order by i.sent_at desc, i.id desc limit 1) as standing,
      ${numberFacts(ctx, phoneHash)},
      (select jsonb_build_object('in24Hours', in_24_hours, 'in30Days', in_30_days,
        'optedOut', exists (select from text_opt_out where phone_hash = ${phoneHash})) from texted) as texts`)
}

export type NewInvitation = {
  requestId: string
  id: string
  shareId: string
  token: string
  referrerId: string
  jobId: string | null
  phoneHash: string
  /** The referrer has typed it before today. */
  typedBefore: boolean
  phoneEnc: string
  relation: Relation | null
  line: string | null
  textPlan: StoredTextPlan
  text: { id: string; bodyEnc: string; runAt: Date } | null
  expiresAt: Date
}

/**
 * Writes share, invitation, text, trace and answer in one statement, and tells the candidate whom it finds here already. False when the referrer's day is full meanwhile.
 * Throws a unique violation when the same request, or another for the same number and job, came first.
 */
export async function insertInvitation(ctx: Context, made: NewInvitation): Promise<boolean> {
  const { now } = ctx
  const texted = made.text
    ? sql`, texted as (
        insert into outbox (id, kind, recipient_hash, recipient_enc, body_enc, invitation_id, dedupe_key, run_at, created_at)
        select ${made.text.id}::uuid, 'invitation', ${made.phoneHash}, ${made.phoneEnc}, ${made.text.bodyEnc}, ${made.id}::uuid,
          ${`invitation:${made.id}`}, ${made.text.runAt}::timestamptz, ${now}::timestamptz from counted
      )`
    : empty
  const { referrerId, phoneHash, typedBefore } = made
  const { inserted } = await ctx.db.one<{ inserted: boolean }>(sql`
    with ${typedNumberCtes({ referrerId, phoneHash, before: typedBefore, now })}, answered as (${storeAnswer({
      actor: referrerId,
      requestId: made.requestId,
      call: 'invitation.send',
      reply: { invitationId: made.id, already: false },
      now,
      gate: sql`counted`,
    })}), shared as (
      insert into share (id, token, channel, referrer_id, job_id, created_at)
      select ${made.shareId}::uuid, ${made.token}, 'invite', ${referrerId}::uuid, ${made.jobId}::uuid, ${now}::timestamptz from counted
    ), stale as (
      -- Whoever sends it again needs not be told that it ended.
      update invitation set status = 'expired', phone_hash = null, phone_enc = null, changed_at = ${now}, word_at = null
      where referrer_id = ${referrerId} and phone_hash = ${phoneHash} and status in ('waiting', 'opened', 'accepted')
        and expires_at <= ${now} and exists (select from counted)
      returning id
    ), invited as (
      -- Reads the CTE before, so that an expired invitation has made room in the unique index first.
      insert into invitation (id, share_id, referrer_id, job_id, phone_hash, phone_enc, relation, line, text_plan, sent_at, expires_at, changed_at, word_at)
      select ${made.id}::uuid, ${made.shareId}::uuid, ${referrerId}::uuid, ${made.jobId}::uuid, ${phoneHash}, ${made.phoneEnc},
        ${made.relation}, ${made.line}, ${JSON.stringify(made.textPlan)}::jsonb, ${now}::timestamptz, ${made.expiresAt}::timestamptz, ${now}::timestamptz,
        ${nextInvitationWordAt(now, now, POLICY)}::timestamptz
      from counted, (select count(*) from stale) as cleared
    ), told as (
      insert into change (person_id, kind, subject_id, at)
      select person_id, 'invitation', ${made.id}::uuid, ${now}::timestamptz from counted, (
        select ${referrerId}::uuid as person_id union all select id from person where phone_hash = ${phoneHash}) as concerned
    ), ${messageCtes(
      sql`counted`,
      [
        {
          ...{
            event: 'invited',
            seat: 'candidate',
            to: sql`select id from person where phone_hash = ${phoneHash}`,
          },
          ...{ subject: 'invitation', subjectId: sql`${made.id}`, occasion: sql`${made.id}` },
        },
      ],
      referrerId,
      now,
    )}${texted}
    select exists (select from counted) as inserted`)
  return inserted
}
