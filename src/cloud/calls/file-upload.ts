import { uuidv7 } from 'uuidv7'
import { AppError } from '@/contract/errors'
import { RESUME_LIMIT_BYTES, resumeKind } from '@/domain/resume'
import { defineHandler } from '../handler'
import type { Context } from '../context'
import { toCaller } from '../store/caller'
import { insertFile, loadForUpload } from '../store/file'
import { requireCaller } from './require'

export const fileUpload = defineHandler('file.upload', {
  async load({ requestId }, ctx) {
    const row = await loadForUpload(ctx, requestId)
    return { caller: toCaller(row.caller, ctx), relations: ['any'], answered: row.answer, facts: null }
  },
  async act(_facts, { requestId, storedAs }, ctx, anyCaller) {
    const caller = requireCaller(anyCaller)
    if (storedAs && !storedAs.includes(`/resumes/${requestId}.`))
      throw new AppError('bad-input', 'Not this request’s file', { field: 'storedAs' })
    const bytes = await bytesOf(ctx, storedAs)
    const problem = bytes.length === 0 || bytes.length > RESUME_LIMIT_BYTES ? 'file-size' : null
    const kind = resumeKind(bytes)
    if (problem || !kind) {
      if (storedAs) await ctx.doors.files.remove([storedAs])
      throw new AppError(problem ?? 'file-kind')
    }
    const id = uuidv7()
    const kept = storedAs ?? (await ctx.doors.files.put(`resumes/${id}.${kind}`, bytes))
    try {
      await insertFile(ctx, { id, ownerId: caller.id, storedAs: kept, kind, bytes: bytes.length, requestId })
    } catch (error) {
      // A retry that came first has its own copy.
      if (!storedAs) await ctx.doors.files.remove([kept])
      throw error
    }
    return { fileId: id, kind, bytes: bytes.length }
  },
})

async function bytesOf(ctx: Context, storedAs: string | undefined): Promise<Uint8Array> {
  if (!storedAs) {
    if (!ctx.upload) throw new AppError('bad-input', 'No file came along', { field: 'file' })
    return ctx.upload
  }
  const bytes = ctx.openid ? await ctx.doors.files.read(storedAs, RESUME_LIMIT_BYTES) : null
  if (!bytes) throw new AppError('bad-input', 'There is no such stored file', { field: 'storedAs' })
  return bytes
}
