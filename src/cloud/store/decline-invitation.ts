import sql from 'sql-template-tag'
import type { InvitationStatus } from '@/domain/invitation'
import type { Context } from '../context'
import { storeAnswer } from './answer'
import { callerCte, type CallerRow } from './caller'
import { forgetTexts } from './invitation'
import { aboutInvitation, messageCtes } from './message'

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
  { requestId, erase, by }: { requestId: string; erase: boolean; by: string | null },
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
    ), ${messageCtes(sql`moved`, [aboutInvitation('invitation-declined')], by, now)}, answered as (${storeAnswer(
      {
        actor: `share:${found.shareId}`,
        requestId,
        call: 'invitation.decline',
        reply: { erased: erase },
        now,
        gate: sql`moved`,
      },
    )})
    select exists (select from moved) as moved`)
  return moved
}
