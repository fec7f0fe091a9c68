import sql, { empty, type Sql } from 'sql-template-tag'
import type { CallName } from '@/contract/calls'
import type { Stage } from '@/domain/stages'
import type { Context } from '../context'
import { callersAnswer, storeAnswer } from './answer'
import { attributionCtes, momentAfter, notAttributedSince } from './attribution-event'
import { callerCte, type CallerRow } from './caller'
import { iso } from './invitation'
import { aboutApplication, messageCtes, type Letter } from './message'
import { eventCtes, recruiterOf } from './stage-event'
import { endPauses, notPausedSince, startOfStage } from './stage-start'

export type ProcessRow = {
  id: string
  candidateId: string
  /** Credited when it came, and frozen. */
  referrerId: string | null
  /** Who owns the referral now. */
  ownerId: string | null
  stage: Stage
  round: number
  version: number
  endedAt: string | null
  pausedUntil: string | null
  protectedUntil: string
  attributedAt: string | null
  phoneEnc: string | null
  file: { storedAs: string; kind: 'pdf' | 'doc' | 'docx' } | null
}

export type ProcessFacts = {
  caller: CallerRow
  answer: Record<string, unknown> | null
  process: ProcessRow | null
}

/** An application with what decides who may touch it, and the caller's first answer to a request id. */
export async function findProcess(
  ctx: Context,
  id: string,
  request: { call: CallName; requestId: string } | null,
): Promise<ProcessFacts> {
  const answer: Sql = request ? callersAnswer(request.call, request.requestId) : sql`null::json`
  return ctx.db.one<ProcessFacts>(sql`
    with ${callerCte(ctx)}
    select (select to_jsonb(caller) from caller) as caller, ${answer} as answer,
      (select jsonb_build_object('id', a.id, 'candidateId', a.candidate_id, 'referrerId', a.referrer_id, 'ownerId', a.owner_id,
        'stage', a.stage, 'round', a.round, 'version', a.version, 'endedAt', ${iso(sql`a.ended_at`)},
        'pausedUntil', ${iso(sql`a.paused_until`)}, 'protectedUntil', ${iso(sql`a.protected_until`)},
        'attributedAt', ${iso(sql`a.attributed_at`)}, 'phoneEnc', p.phone_enc,
        'file', (select jsonb_build_object('storedAs', f.stored_as, 'kind', f.kind) from file f where f.id = a.file_id))
        from application a join person p on p.id = a.candidate_id where a.id = ${id}) as process`)
}

export type Move = {
  call: 'stage.move' | 'application.withdraw'
  requestId: string
  id: string
  /** The version that was seen; the move happens only on it. */
  version: number
  /** As it was seen: a pause that was asked for meanwhile has to be known to end with the stage. */
  pausedUntil: string | null
  from: Stage
  to: Stage
  round: number
  ends: boolean
  dueAt: Date | null
  by: string
  eventId: string
  candidateText: string
  referrerText: string
  internalNote: string | null
  reason: string | null
  /** Set when the owner does not stay: nobody owns the referral from then on. */
  repick: { eventId: string; ownerId: string; attributedAt: string | null } | null
  reply: object
}

/**
 * Moves by compare-and-set and writes event, texts, answer and messages with it. False when somebody moved or paused it
 * first, or decided about its owner while this move takes it from them.
 */
export async function move(ctx: Context, step: Move): Promise<boolean> {
  const { now } = ctx
  const freed = step.repick
    ? freeing(step.repick, step.by, now)
    : { set: empty, condition: empty, ctes: empty }
  const { moved } = await ctx.db.one<{ moved: boolean }>(sql`
    with moved as (
      update application set stage = ${step.to}, round = ${step.round}, version = version + 1, stage_since = ${now},
        due_at = ${step.dueAt}, ended_at = case when ${step.ends}::boolean then ${now}::timestamptz end, changed_at = ${now},
        ${startOfStage(now, !step.ends)}${freed.set}
      where id = ${step.id} and version = ${step.version} and ${notPausedSince(step.pausedUntil)}${freed.condition}
      returning id, candidate_id, referrer_id, owner_id, job_id
    )${freed.ctes}, ${endPauses(sql`moved`, now)}, ${eventCtes({
      ...{
        id: step.eventId,
        gate: sql`moved`,
        from: step.from,
        to: step.to,
        round: step.round,
        by: step.by,
        now,
      },
      also: [step.repick?.ownerId ?? null],
    })}, ${messageCtes(sql`moved`, lettersOf(step), step.by, now)},
    worded as (
      insert into stage_text (event_id, candidate_text, referrer_text, internal_note, reason)
      select ${step.eventId}::uuid, ${step.candidateText}, ${step.referrerText}, ${step.internalNote}, ${step.reason} from moved
    ), answered as (${storeAnswer({
      actor: step.by,
      requestId: step.requestId,
      call: step.call,
      reply: step.reply,
      now,
      gate: sql`moved`,
    })})
    select exists (select from moved) as moved`)
  return moved
}

/** Candidate and owner are told of every move; the recruiter of one who gave up, an owner of what is not theirs any more. */
function lettersOf({ eventId, to, ends, call, repick }: Move): Letter[] {
  const about = aboutApplication(ends && to !== 'confirmed' ? 'ended' : 'stage-moved', eventId)
  const letters: Letter[] = [
    { ...about, seat: 'candidate', to: sql`candidate_id` },
    { ...about, seat: 'referrer', to: sql`owner_id` },
  ]
  if (call === 'application.withdraw')
    letters.push({ ...about, seat: 'recruiter', to: recruiterOf(sql`job_id`) })
  if (repick) {
    const lost = aboutApplication('owner-changed', repick.eventId)
    letters.push({ ...lost, seat: 'referrer', to: sql`${repick.ownerId}::uuid` })
  }
  return letters
}

function freeing({ eventId, attributedAt }: NonNullable<Move['repick']>, by: string, now: Date) {
  const at = momentAfter(attributedAt, now)
  return {
    set: sql`, owner_id = null, attributed_at = ${at}`,
    condition: sql` and ${notAttributedSince(attributedAt)}`,
    ctes: sql`, ${attributionCtes(sql`moved`, { id: eventId, kind: 'repicked', by, at, words: null })}`,
  }
}

/** Notes in the audit log that a recruiter saw a full number. */
export async function noteReveal(
  ctx: Context,
  entry: { id: string; personId: string; applicationId: string },
): Promise<void> {
  await ctx.db.rows(sql`
    insert into audit (id, person_id, action, subject_id, at)
    values (${entry.id}, ${entry.personId}, 'phone-revealed', ${entry.applicationId}, ${ctx.now})`)
}
