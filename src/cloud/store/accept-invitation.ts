import sql from 'sql-template-tag'
import type { InvitationStatus } from '@/domain/invitation'
import type { Context } from '../context'
import { callersAnswer, storeAnswer } from './answer'
import { callerCte, type CallerRow } from './caller'
import { nextInvitationWord } from './invitation-word'
import { aboutInvitation, messageCtes } from './message'

export type AcceptFacts = {
  caller: CallerRow
  answer: { id: string; jobId: string | null } | null
  invitation: {
    id: string
    jobId: string | null
    status: InvitationStatus
    phoneHash: string | null
    candidateId: string | null
    expired: boolean
  } | null
}

export async function loadForAccept(ctx: Context, id: string, requestId: string): Promise<AcceptFacts> {
  return ctx.db.one<AcceptFacts>(sql`
    with ${callerCte(ctx)}
    select (select to_jsonb(caller) from caller) as caller,
      ${callersAnswer('invitation.accept', requestId)} as answer,
      (select jsonb_build_object('id', id, 'jobId', job_id, 'status', status, 'phoneHash', phone_hash,
        'candidateId', candidate_id, 'expired', expires_at <= ${ctx.now}) from invitation where id = ${id}) as invitation`)
}

/** Accepts for a person. False when the invitation was answered or taken back meanwhile. */
export async function accept(
  ctx: Context,
  entry: { id: string; jobId: string | null; personId: string; requestId: string },
): Promise<boolean> {
  const { now } = ctx
  const { moved } = await ctx.db.one<{ moved: boolean }>(sql`
    with moved as (
      update invitation set status = 'accepted', candidate_id = ${entry.personId}, answered_at = ${now}, changed_at = ${now},
        opened_at = coalesce(opened_at, ${now}), word_at = ${nextInvitationWord(sql`sent_at`, now)}
      where id = ${entry.id} and status in ('waiting', 'opened') and expires_at > ${now}
      returning id, referrer_id, candidate_id
    ), told as (
      insert into change (person_id, kind, subject_id, at)
      select person_id, 'invitation', id, ${now}::timestamptz from moved, unnest(array[referrer_id, candidate_id]) as person_id
    ), ${messageCtes(sql`moved`, [aboutInvitation('invitation-accepted')], entry.personId, now)}, answered as (${storeAnswer(
      {
        actor: entry.personId,
        requestId: entry.requestId,
        call: 'invitation.accept',
        reply: { id: entry.id, jobId: entry.jobId },
        now,
        gate: sql`moved`,
      },
    )})
    select exists (select from moved) as moved`)
  return moved
}
