import { AppError } from '@/contract/errors'
import { isLive } from '@/domain/invitation'
import { lastTwo, type Phone } from '@/domain/phone'
import { defineHandler } from '../handler'
import { toCaller } from '../store/caller'
import { openShare } from '../store/open-share'

export const shareOpen = defineHandler('share.open', {
  async load({ token }, ctx) {
    const { caller, landing } = await openShare(ctx, token)
    // Whoever holds a token holds it; that it leads nowhere is an answer of its own, not a refusal.
    return { caller: toCaller(caller, ctx), relations: ['holder'], facts: landing }
  },
  act(landing, _input, ctx, caller) {
    if (!landing) throw new AppError('share-unknown')
    const ended = landing.expired && landing.status !== 'applied'
    const gone = landing.status !== 'declined' && !isLive(landing.status)
    if (ended || gone || landing.phoneEnc === null || !landing.referrer) throw new AppError('share-ended')
    const addressee = caller !== null && caller.phoneHash === landing.phoneHash
    return {
      invitationId: landing.id,
      company: ctx.config.company,
      status: landing.status,
      referrer: landing.referrer,
      relation: landing.relation,
      line: landing.line,
      job: landing.job,
      phoneTail: lastTwo(ctx.secrets.decrypt(landing.phoneEnc) as Phone),
      sentAt: landing.sentAt,
      expiresAt: landing.expiresAt,
      addressee,
      otherNumber: caller !== null && !addressee,
      applicationId: addressee ? landing.applicationId : null,
    }
  },
})
