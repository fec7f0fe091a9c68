import { POLICY } from '@/domain/policy'
import { defineHandler, LostRace } from '../handler'
import { toCaller } from '../store/caller'
import { loadForCheck, noteTypedNumber } from '../store/typed-number'
import { requireCaller } from './require'
import { requirePhone } from './session'
import { refuseFullDay, refuseReferrer } from './typed-number'

/**
 * Walks the same way for a number of nobody, of a colleague and of a candidate: the same two statements and the same
 * reply, so that neither its shape nor its time tells more than its one word (clause 6).
 */
export const invitationCheck = defineHandler('invitation.check', {
  async load({ phone }, ctx) {
    const phoneHash = ctx.secrets.phoneHash(requirePhone(phone))
    const row = await loadForCheck(ctx, phoneHash)
    return { caller: toCaller(row.caller, ctx), relations: ['any'], facts: { ...row, phoneHash } }
  },
  async act(facts, _input, ctx, anyCaller) {
    const caller = requireCaller(anyCaller)
    const { phoneHash, typedBefore, taken } = facts
    refuseReferrer(caller, phoneHash)
    refuseFullDay(facts, ctx)
    const typed = await noteTypedNumber(ctx, { referrerId: caller.id, phoneHash, before: typedBefore })
    if (typed === null) throw new LostRace()
    return { answer: taken ? ('taken' as const) : ('free' as const), left: POLICY.numbersADay - typed }
  },
})
