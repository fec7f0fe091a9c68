import { AppError } from '@/contract/errors'
import type { Landing } from '@/contract/calls/invitation'
import type { ShareLanding } from '@/contract/calls/share'
import { lastTwo, type Phone } from '@/domain/phone'
import type { Context } from '../context'
import { defineHandler } from '../handler'
import { toCaller, type Caller } from '../store/caller'
import { openShare, type InvitationFound, type ShareFound } from '../store/open-share'
import { isBot, visitorOf } from '../visitor'
import { jobCard } from './job'

export const shareOpen = defineHandler('share.open', {
  async load({ token, visitor, scene }, ctx) {
    const opening = { token, visitor: visitorOf(ctx, visitor), scene, counts: !isBot(ctx.userAgent) }
    const { caller, landing } = await openShare(ctx, opening)
    // Whoever holds a token holds it; that it leads nowhere is an answer of its own, not a refusal.
    return { caller: toCaller(caller, ctx), relations: ['holder'], facts: landing }
  },
  act(found, _input, ctx, caller) {
    if (!found) throw new AppError('share-unknown')
    if (!found.lives) throw new AppError('share-ended')
    return found.kind === 'share' ? sharePage(found, ctx, caller) : invitationPage(found, ctx, caller)
  },
})

function sharePage(found: ShareFound, ctx: Context, caller: Caller | null): ShareLanding {
  return {
    kind: 'share',
    company: ctx.config.company,
    channel: found.channel,
    referrer: referrerOf(found),
    job: found.job,
    jobs: found.jobs.map(jobCard),
    own: caller !== null && caller.id === found.referrerId,
    applicationId: found.applicationId,
    invitationsWaiting: found.waiting,
  }
}

function invitationPage(found: InvitationFound, ctx: Context, caller: Caller | null): Landing {
  if (found.phoneEnc === null) throw new AppError('share-ended')
  const addressee = caller !== null && caller.phoneHash === found.phoneHash
  return {
    kind: 'invitation',
    invitationId: found.id,
    company: ctx.config.company,
    status: found.status,
    referrer: referrerOf(found),
    relation: found.relation,
    line: found.line,
    job: found.job,
    phoneTail: lastTwo(ctx.secrets.decrypt(found.phoneEnc) as Phone),
    sentAt: found.sentAt,
    expiresAt: found.expiresAt,
    addressee,
    otherNumber: caller !== null && !addressee,
    applicationId: addressee ? found.applicationId : null,
  }
}

function referrerOf({ referrer }: InvitationFound | ShareFound): { name: string; department: string } {
  if (!referrer) throw new AppError('share-ended')
  return referrer
}
