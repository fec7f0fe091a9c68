import sql, { type Sql } from 'sql-template-tag'
import type { CallName } from '@/contract/calls'
import { nextWordAt } from '@/domain/notices/next-word'
import { POLICY } from '@/domain/policy'
import type { Stage } from '@/domain/stages'
import type { Context } from '../context'
import { callersAnswer, storeAnswer } from './answer'
import { callerCte, type CallerRow } from './caller'
import { iso } from './invitation'
import { aboutApplication, messageCtes } from './message'
import { recruiterOf, tell } from './stage-event'
import { notPausedSince } from './stage-start'

export type PauseFacts = {
  caller: CallerRow
  answer: Record<string, unknown> | null
  process: PausedProcess | null
}

export type PausedProcess = {
  candidateId: string
  referrerId: string | null
  ownerId: string | null
  stage: Stage
  version: number
  since: string
  dueAt: string | null
  endedAt: string | null
  pausedUntil: string | null
  /** Of this stage, in order; `to` is when it was or will be over. */
  pauses: { id: string; from: string; to: string }[]
}

/** An application with the pauses of its stage, and the caller's first answer to a request id. */
export async function loadForPause(
  ctx: Context,
  id: string,
  request: { call: Extract<CallName, 'application.pause' | 'application.resume'>; requestId: string },
): Promise<PauseFacts> {
  return ctx.db.one<PauseFacts>(sql`
    with ${callerCte(ctx)}
    select (select to_jsonb(caller) from caller) as caller, ${callersAnswer(request.call, request.requestId)} as answer,
      (select jsonb_build_object('candidateId', a.candidate_id, 'referrerId', a.referrer_id, 'ownerId', a.owner_id,
        'stage', a.stage, 'version', a.version, 'since', ${iso(sql`a.stage_since`)}, 'dueAt', ${iso(sql`a.due_at`)},
        'endedAt', ${iso(sql`a.ended_at`)}, 'pausedUntil', ${iso(sql`a.paused_until`)},
        'pauses', (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'from', ${iso(sql`p.from_at`)},
            'to', ${iso(sql`coalesce(p.ended_at, p.until_at)`)}) order by p.from_at, p.id), '[]')
          from stage_pause p where p.application_id = a.id and p.from_at >= a.stage_since))
        from application a where a.id = ${id}) as process`)
}

/** What a pause or its early end is compared with, and what it sets. */
type Change = {
  requestId: string
  id: string
  by: string
  /** Of `stage_pause`. */
  pauseId: string
  /** As it was read: the change happens only on it. */
  seen: Pick<PausedProcess, 'version' | 'dueAt' | 'pausedUntil'>
  dueAt: Date | null
  reply: object
}

export type Pause = Change & { until: Date; reason: string | null }

/** Stops the clock by compare-and-set. False when the stage was moved, paused or ended first. */
export async function pause(ctx: Context, step: Pause): Promise<boolean> {
  const noted = sql`insert into stage_pause (id, application_id, by_person, from_at, until_at, reason)
      select ${step.pauseId}::uuid, id, ${step.by}::uuid, ${ctx.now}::timestamptz, ${step.until}::timestamptz, ${step.reason}::text
      from changed`
  return change(ctx, step, { call: 'application.pause', event: 'paused', until: step.until, noted })
}

/** Starts the clock again by compare-and-set. False when the stage was moved, resumed or ended first. */
export async function resume(ctx: Context, step: Change): Promise<boolean> {
  const noted = sql`update stage_pause set ended_at = ${ctx.now}::timestamptz
      where id = ${step.pauseId}::uuid and exists (select from changed)`
  return change(ctx, step, { call: 'application.resume', event: 'resumed', until: null, noted })
}

async function change(
  { db, now }: Context,
  { requestId, id, by, pauseId, seen, dueAt, reply }: Change,
  how: {
    call: 'application.pause' | 'application.resume'
    event: 'paused' | 'resumed'
    until: Date | null
    noted: Sql
  },
): Promise<boolean> {
  const about = aboutApplication(how.event, pauseId)
  const { done } = await db.one<{ done: boolean }>(sql`
    with changed as (
      update application set due_at = ${dueAt}::timestamptz, paused_until = ${how.until}::timestamptz, changed_at = ${now},
        -- Its owner is told of it.
        word_at = ${nextWordAt(now, POLICY)}::timestamptz
      where id = ${id} and version = ${seen.version} and ended_at is null and ${notPausedSince(seen.pausedUntil)}
        and due_at is not distinct from ${seen.dueAt}::timestamptz
      returning id, candidate_id, referrer_id, owner_id, job_id
    ), noted as (${how.noted}), told as (${tell(sql`changed`, [by], now)}),
    ${messageCtes(
      sql`changed`,
      [
        { ...about, seat: 'referrer', to: sql`owner_id` },
        { ...about, seat: 'recruiter', to: recruiterOf(sql`job_id`) },
      ],
      by,
      now,
    )}, answered as (${storeAnswer({ actor: by, requestId, call: how.call, reply, now, gate: sql`changed` })})
    select exists (select from changed) as done`)
  return done
}
