import { uuidv7 } from 'uuidv7'
import { RESUME_TYPES } from '@/domain/resume'
import { defineHandler } from '../handler'
import { toCaller } from '../store/caller'
import { findProcess, noteReveal } from '../store/stage'
import { relationsTo } from './relation-to-process'
import { requireCaller, requireFound } from './require'

const LINK_SECONDS = 300

export const applicationRevealPhone = defineHandler('application.revealPhone', {
  async load({ id }, ctx) {
    const row = await findProcess(ctx, id, null)
    const caller = toCaller(row.caller, ctx)
    return { caller, relations: relationsTo(row.process, caller), facts: row.process }
  },
  async act(found, { id }, ctx, caller) {
    const { phoneEnc } = requireFound(found)
    // Logged first: a number that was shown without a trace is worse than a trace of one that was not.
    await noteReveal(ctx, { id: uuidv7(), personId: requireCaller(caller).id, applicationId: id })
    return { phone: phoneEnc === null ? null : ctx.secrets.decrypt(phoneEnc) }
  },
})

export const fileLink = defineHandler('file.link', {
  async load({ applicationId }, ctx) {
    const row = await findProcess(ctx, applicationId, null)
    const caller = toCaller(row.caller, ctx)
    return { caller, relations: relationsTo(row.process, caller), facts: row.process }
  },
  async act(found, _input, ctx) {
    const { storedAs, kind } = requireFound(requireFound(found).file)
    const fileName = `resume.${kind}`
    const options = { seconds: LINK_SECONDS, now: ctx.now, fileName, contentType: RESUME_TYPES[kind] }
    return { url: await ctx.doors.files.link(storedAs, options), kind, expiresIn: LINK_SECONDS }
  },
})
