import { AppError } from '@/contract/errors'
import { readReferralCode } from '@/domain/referral-code'
import { defineHandler } from '../handler'
import { toCaller } from '../store/caller'
import { findCode, reportShare } from '../store/share-find'
import { isBot, visitorOf } from '../visitor'

export const shareFindCode = defineHandler('share.findCode', {
  async load({ code }, ctx) {
    const { caller, share } = await findCode(ctx, readReferralCode(code))
    return { caller: toCaller(caller, ctx), relations: ['any'], facts: share }
  },
  act(share) {
    if (!share) throw new AppError('share-unknown')
    if (share.ended) throw new AppError('share-ended')
    return { token: share.token }
  },
})

export const shareReport = defineHandler('share.report', {
  async load({ token, visitor }, ctx) {
    const report = { token, visitor: visitorOf(ctx, visitor), counts: !isBot(ctx.userAgent) }
    const { caller, known } = await reportShare(ctx, report)
    return { caller: toCaller(caller, ctx), relations: ['holder'], facts: known }
  },
  act(known) {
    if (!known) throw new AppError('share-unknown')
    return {}
  },
})
