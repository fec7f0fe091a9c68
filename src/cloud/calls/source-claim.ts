import { uuidv7 } from 'uuidv7'
import { AppError } from '@/contract/errors'
import { defineHandler, LostRace } from '../handler'
import { insertClaim, loadForClaim } from '../store/attribution-claim'
import { momentAfter } from '../store/attribution-event'
import { insertObjection, loadForObjection } from '../store/attribution-objection'
import { listOpenClaims } from '../store/attribution-open'
import { toCaller } from '../store/caller'
import { checkText } from './check-text'
import { relationsTo } from './relation-to-process'
import { requireCaller, requireFound } from './require'

export const applicationClaimSource = defineHandler('application.claimSource', {
  async load({ id, requestId }, ctx) {
    const row = await loadForClaim(ctx, id, requestId)
    const caller = toCaller(row.caller, ctx)
    const relations = row.process ? relationsTo(row.process, caller) : []
    return { caller, relations, answered: row.answer, facts: row.process }
  },
  async act(found, { id, requestId, words }, ctx, caller) {
    const { claimed, attributedAt, version } = requireFound(found)
    if (claimed) throw new AppError('already-claimed')
    await checkText(ctx, [words])
    const at = momentAfter(attributedAt, ctx.now)
    const by = requireCaller(caller).id
    const claim = { requestId, eventId: uuidv7(), id, by, at, attributedAt, version, words }
    if (!(await insertClaim(ctx, claim))) throw new LostRace()
    return { at: at.toISOString() }
  },
})

export const referralObject = defineHandler('referral.object', {
  async load({ kind, id, requestId }, ctx) {
    const row = await loadForObjection(ctx, { kind, id, requestId })
    return {
      caller: toCaller(row.caller, ctx),
      relations: row.referral ? ['referrer'] : [],
      answered: row.answer,
      facts: row.referral,
    }
  },
  async act(found, { kind, id, requestId, words }, ctx, caller) {
    const { objected, applicationId, invitationId } = requireFound(found)
    if (objected) throw new AppError('already-claimed')
    await checkText(ctx, [words])
    await insertObjection(ctx, {
      ...{ kind, id, requestId, eventId: uuidv7(), by: requireCaller(caller).id },
      ...{ applicationId, invitationId, words },
    })
    return { at: ctx.now.toISOString() }
  },
})

export const claimList = defineHandler('claim.list', {
  async load(_input, ctx) {
    const row = await listOpenClaims(ctx)
    return { caller: toCaller(row.caller, ctx), relations: ['any'], facts: row.claims }
  },
  act: (claims) => ({ claims }),
})
