import sql from 'sql-template-tag'
import type { Context } from '../context'
import { callersAnswer, storeAnswer } from './answer'
import { callerCte, type CallerRow } from './caller'
import { iso } from './invitation'
import { OWN_SHARE_FROM } from './share'

export type EndFacts = {
  caller: CallerRow
  answer: { endedAt: string } | null
  share: { id: string; endedAt: string | null } | null
}

export async function loadForEnd(ctx: Context, id: string, requestId: string): Promise<EndFacts> {
  return ctx.db.one<EndFacts>(sql`
    with ${callerCte(ctx)}
    select (select to_jsonb(caller) from caller) as caller,
      ${callersAnswer('share.end', requestId)} as answer,
      (select jsonb_build_object('id', s.id, 'endedAt', ${iso(sql`s.ended_at`)}) from ${OWN_SHARE_FROM} where s.id = ${id}) as share`)
}

/** Ends a share now. False when it has ended meanwhile. */
export async function endShare(
  ctx: Context,
  entry: { id: string; callerId: string; requestId: string },
): Promise<boolean> {
  const { now } = ctx
  const { moved } = await ctx.db.one<{ moved: boolean }>(sql`
    with moved as (
      update share set ended_at = ${now} where id = ${entry.id} and ended_at is null returning id
    ), answered as (${storeAnswer({
      actor: entry.callerId,
      requestId: entry.requestId,
      call: 'share.end',
      reply: { endedAt: now.toISOString() },
      now,
      gate: sql`moved`,
    })})
    select exists (select from moved) as moved`)
  return moved
}
