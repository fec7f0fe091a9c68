import sql from 'sql-template-tag'
import type { OwnChannel } from '@/domain/own-share'
import { shanghaiDay } from '@/domain/shanghai'
import type { Context } from '../context'
import { callersAnswer, storeAnswer } from './answer'
import { callerCte, type CallerRow } from './caller'
import { jobJson, type JobRow } from './job'
import { OWN_SHARE_FROM, OWN_SHARE_JSON, type OwnShareRow } from './share'

/** What a share is the same by. */
export type ShareKey = { channel: OwnChannel; jobId: string | null; name: string | null }

export type CreateFacts = {
  caller: CallerRow
  answer: { shareId: string; already: boolean } | null
  job: JobRow | null
  /** The share of the first answer, else the living one of this key. */
  standing: OwnShareRow | null
  /** Of the channel, on this day in Shanghai. */
  madeToday: number
}

/** Everything that decides about a share to be made, in one statement. */
export async function loadForCreate(
  ctx: Context,
  ask: ShareKey & { requestId: string; call: 'share.create' | 'share.renew' },
): Promise<CreateFacts> {
  const { channel, jobId, name } = ask
  return ctx.db.one<CreateFacts>(sql`
    with ${callerCte(ctx)}, answered as (select ${callersAnswer(ask.call, ask.requestId)} as reply)
    select (select to_jsonb(caller) from caller) as caller,
      (select reply from answered) as answer,
      (select ${jobJson(ctx.now)} from job j where j.id = ${jobId}) as job,
      (select ${OWN_SHARE_JSON} from answered, ${OWN_SHARE_FROM} where case
          when answered.reply is not null then s.id = (answered.reply ->> 'shareId')::uuid
          else s.channel = ${channel} and s.job_id is not distinct from ${jobId}::uuid
            and s.name is not distinct from ${name}::text and s.ended_at is null
        end) as standing,
      coalesce((select made from share_quota where referrer_id = (select id from caller) and channel = ${channel}
        and day = ${shanghaiDay(ctx.now).date}), 0) as "madeToday"`)
}

export type NewShare = ShareKey & {
  id: string
  referrerId: string
  token: string
  title: string | null
  code: string | null
  /** How many of its channel may be made on one day. */
  dailyLimit: number
  /** The living share of the same key ends with it. */
  renews: boolean
  requestId: string
}

/**
 * Writes share, count and answer in one statement. False when the day is full; a unique violation when the same request
 * or the same share came first, or somebody has that code.
 */
export async function insertShare(ctx: Context, share: NewShare): Promise<boolean> {
  const { now } = ctx
  const { channel, jobId, name } = share
  const { inserted } = await ctx.db.one<{ inserted: boolean }>(sql`
    with counted as (
      insert into share_quota (referrer_id, channel, day, made)
      select ${share.referrerId}::uuid, ${channel}, ${shanghaiDay(now).date}::date, 1 where ${share.dailyLimit}::int > 0
      on conflict (referrer_id, channel) do update set day = excluded.day,
        made = case when share_quota.day = excluded.day then share_quota.made + 1 else 1 end
        where share_quota.day <> excluded.day or share_quota.made < ${share.dailyLimit}
      returning made
    ), ended as (
      update share s set ended_at = ${now} from counted
      where ${share.renews}::boolean and s.referrer_id = ${share.referrerId} and s.channel = ${channel} and s.channel <> 'invite'
        and s.job_id is not distinct from ${jobId}::uuid and s.name is not distinct from ${name}::text and s.ended_at is null
      returning s.id
    ), made as (
      -- Reads the CTE before, so that the old share has made room in the unique index first.
      insert into share (id, token, channel, referrer_id, job_id, name, title, code, created_at)
      select ${share.id}::uuid, ${share.token}, ${channel}, ${share.referrerId}::uuid, ${jobId}::uuid, ${name}, ${share.title}, ${share.code},
        ${now}::timestamptz
      from counted, (select count(*) from ended) as cleared
      returning id
    ), answered as (${storeAnswer({
      actor: share.referrerId,
      requestId: share.requestId,
      call: share.renews ? 'share.renew' : 'share.create',
      reply: { shareId: share.id, already: false },
      now,
      gate: sql`made`,
    })})
    select exists (select from made) as inserted`)
  return inserted
}

/** Gives a living share another title. False when it has ended meanwhile. */
export async function retitle(
  ctx: Context,
  entry: { id: string; callerId: string; title: string | null; requestId: string },
): Promise<boolean> {
  const { moved } = await ctx.db.one<{ moved: boolean }>(sql`
    with moved as (
      update share set title = ${entry.title} where id = ${entry.id} and ended_at is null returning id
    ), answered as (${storeAnswer({
      actor: entry.callerId,
      requestId: entry.requestId,
      call: 'share.create',
      reply: { shareId: entry.id, already: true },
      now: ctx.now,
      gate: sql`moved`,
    })})
    select exists (select from moved) as moved`)
  return moved
}
