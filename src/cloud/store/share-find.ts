import sql from 'sql-template-tag'
import type { Context } from '../context'
import { callerCte, type CallerRow } from './caller'

export type CodeFacts = { caller: CallerRow; share: { token: string; ended: boolean } | null }

/** The share of a referral code as it is stored; nothing for null. */
export async function findCode(ctx: Context, code: string | null): Promise<CodeFacts> {
  return ctx.db.one<CodeFacts>(sql`
    with ${callerCte(ctx)}
    select (select to_jsonb(caller) from caller) as caller,
      (select jsonb_build_object('token', token, 'ended', ended_at is not null) from share where code = ${code}) as share`)
}

/**
 * Notes that somebody says a share was bought: once, whatever browser a person uses, and not of the share's own
 * referrer. `known` is false when no share has this token.
 */
export async function reportShare(
  ctx: Context,
  report: { token: string; visitor: string | null; counts: boolean },
): Promise<{ caller: CallerRow; known: boolean }> {
  return ctx.db.one(sql`
    with ${callerCte(ctx)}, found as (
      select id, referrer_id from share where token = ${report.token}
    ), reported as (
      insert into share_report (share_id, visitor, at)
      select found.id, who.visitor, ${ctx.now}::timestamptz
      from found, (select coalesce('person:' || (select id from caller), ${report.visitor}::text) as visitor) as who
      where ${report.counts}::boolean and who.visitor is not null and found.referrer_id is distinct from (select id from caller)
      on conflict do nothing
    )
    select (select to_jsonb(caller) from caller) as caller, exists (select from found) as known`)
}
