import sql, { type Sql } from 'sql-template-tag'
import { POLICY } from '@/domain/policy'
import { shanghaiDay } from '@/domain/shanghai'
import type { Context } from '../context'
import { callerCte, type CallerRow } from './caller'

/** What decides whether the caller may type a number now. product.md, "Who owns the referral", clause 6. */
export type NumberFacts = {
  /** See `isTaken`. */
  taken: boolean
  /** Different numbers of the caller on this day in Shanghai. */
  typedToday: number
  typedBefore: boolean
}

/** `NumberFacts` as columns, in a statement with the CTE `caller`. The same look-ups whoever has the number. */
export function numberFacts({ now }: Context, phoneHash: string): Sql {
  const today = shanghaiDay(now).date
  return sql`${isTaken(phoneHash, now)} as taken,
    coalesce((select typed from number_quota where referrer_id = (select id from caller) and day = ${today}), 0) as "typedToday",
    exists (select from typed_number
      where referrer_id = (select id from caller) and day = ${today} and phone_hash = ${phoneHash}) as "typedBefore"`
}

/** The number is in process, or owned and protected. */
export function isTaken(phoneHash: string, now: Date): Sql {
  return sql`exists (select from person p join application a on a.candidate_id = p.id
      where p.phone_hash = ${phoneHash}
        and (a.ended_at is null or (a.owner_id is not null and a.protected_until > ${now})))`
}

export async function loadForCheck(
  ctx: Context,
  phoneHash: string,
): Promise<NumberFacts & { caller: CallerRow }> {
  return ctx.db.one(sql`
    with ${callerCte(ctx)} select (select to_jsonb(caller) from caller) as caller, ${numberFacts(ctx, phoneHash)}`)
}

/**
 * CTEs `counted` (one row, with how many numbers it makes today; none when the day is full) and `typed`, the trace that
 * the number was typed, also when nothing comes of it.
 */
export function typedNumberCtes(entry: {
  referrerId: string
  phoneHash: string
  /** Typed before on this day: it counts once. */
  before: boolean
  now: Date
}): Sql {
  const { referrerId, phoneHash, before, now } = entry
  const day = sql`${shanghaiDay(now).date}::date`
  return sql`counted as (
      insert into number_quota (referrer_id, day, typed) values (${referrerId}, ${day}, 1)
      on conflict (referrer_id) do update set day = excluded.day, typed = case
          when number_quota.day <> excluded.day then 1
          when ${before}::boolean then number_quota.typed else number_quota.typed + 1 end
        where number_quota.day <> excluded.day or ${before}::boolean or number_quota.typed < ${POLICY.numbersADay}
      returning typed
    ), typed as (
      insert into typed_number (referrer_id, phone_hash, day, at)
      select ${referrerId}::uuid, ${phoneHash}, ${day}, ${now}::timestamptz from counted on conflict do nothing
    )`
}

/** Notes that a number was typed. How many that makes today, or null when the day is full. */
export async function noteTypedNumber(
  ctx: Context,
  entry: { referrerId: string; phoneHash: string; before: boolean },
): Promise<number | null> {
  const { typed } = await ctx.db.one<{ typed: number | null }>(sql`
    with ${typedNumberCtes({ ...entry, now: ctx.now })} select (select typed from counted) as typed`)
  return typed
}
