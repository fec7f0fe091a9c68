import sql, { type Sql } from 'sql-template-tag'
import type { CallName } from '@/contract/calls'
import type { Stage } from '@/domain/stages'
import type { Context } from '../context'
import { callersAnswer, storeAnswer } from './answer'
import { eventCtes } from './application'
import { callerCte, type CallerRow } from './caller'

export type ProcessRow = {
  id: string
  candidateId: string
  referrerId: string | null
  stage: Stage
  round: number
  version: number
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
      (select jsonb_build_object('id', a.id, 'candidateId', a.candidate_id, 'referrerId', a.referrer_id, 'stage', a.stage,
        'round', a.round, 'version', a.version, 'phoneEnc', p.phone_enc,
        'file', (select jsonb_build_object('storedAs', f.stored_as, 'kind', f.kind) from file f where f.id = a.file_id))
        from application a join person p on p.id = a.candidate_id where a.id = ${id}) as process`)
}

export type Move = {
  call: 'stage.move' | 'application.withdraw'
  requestId: string
  id: string
  /** The version that was seen; the move happens only on it. */
  version: number
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
  reply: object
}

/** Moves by compare-and-set and writes event, texts and answer with it. False when somebody moved it first. */
export async function move(ctx: Context, step: Move): Promise<boolean> {
  const { now } = ctx
  const { moved } = await ctx.db.one<{ moved: boolean }>(sql`
    with moved as (
      update application set stage = ${step.to}, round = ${step.round}, version = version + 1, stage_since = ${now},
        due_at = ${step.dueAt}, ended_at = case when ${step.ends}::boolean then ${now}::timestamptz end, changed_at = ${now}
      where id = ${step.id} and version = ${step.version}
      returning id, candidate_id, referrer_id, job_id
    ), ${eventCtes({ id: step.eventId, gate: sql`moved`, from: step.from, to: step.to, round: step.round, by: step.by, now })},
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

/** Notes in the audit log that a recruiter saw a full number. */
export async function noteReveal(
  ctx: Context,
  entry: { id: string; personId: string; applicationId: string },
): Promise<void> {
  await ctx.db.rows(sql`
    insert into audit (id, person_id, action, subject_id, at)
    values (${entry.id}, ${entry.personId}, 'phone-revealed', ${entry.applicationId}, ${ctx.now})`)
}
