import sql from 'sql-template-tag'
import type { OutputOf } from '@/contract/call'
import type { CallOf } from '@/contract/calls'
import type { ResumeKind } from '@/domain/resume'
import type { Context } from '../context'
import { callersAnswer, storeAnswer } from './answer'
import { callerCte, type CallerRow } from './caller'

type Answer = OutputOf<CallOf<'file.upload'>>

export async function loadForUpload(
  ctx: Context,
  requestId: string,
): Promise<{ caller: CallerRow; answer: Answer | null }> {
  return ctx.db.one(sql`
    with ${callerCte(ctx)}
    select (select to_jsonb(caller) from caller) as caller, ${callersAnswer('file.upload', requestId)} as answer`)
}

export async function insertFile(
  ctx: Context,
  file: { id: string; ownerId: string; storedAs: string; kind: ResumeKind; bytes: number; requestId: string },
): Promise<void> {
  await ctx.db.rows(sql`
    with kept as (
      insert into file (id, owner_id, stored_as, kind, bytes, created_at)
      values (${file.id}, ${file.ownerId}, ${file.storedAs}, ${file.kind}, ${file.bytes}, ${ctx.now}) returning id
    ), answered as (${storeAnswer({
      actor: file.ownerId,
      requestId: file.requestId,
      call: 'file.upload',
      reply: { fileId: file.id, kind: file.kind, bytes: file.bytes },
      now: ctx.now,
      gate: sql`kept`,
    })})
    select 1`)
}
