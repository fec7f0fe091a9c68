import { AppError } from '@/contract/errors'
import { mayBecome } from '@/domain/invitation'
import { defineHandler, LostRace } from '../handler'
import { accept, loadForAccept } from '../store/accept-invitation'
import { toCaller } from '../store/caller'
import { decline, loadForDecline } from '../store/decline-invitation'
import { requireCaller, requireFound } from './require'

export const invitationAccept = defineHandler('invitation.accept', {
  async load({ id, requestId }, ctx) {
    const row = await loadForAccept(ctx, id, requestId)
    const caller = toCaller(row.caller, ctx)
    const addressed = caller !== null && row.invitation?.phoneHash === caller.phoneHash
    return { caller, relations: addressed ? ['addressee'] : [], answered: row.answer, facts: row.invitation }
  },
  async act(found, { requestId }, ctx, anyCaller) {
    const invitation = requireFound(found)
    const caller = requireCaller(anyCaller)
    const { id, jobId, status } = invitation
    if (status === 'accepted' && invitation.candidateId === caller.id) return { id, jobId }
    if (invitation.expired) throw new AppError('share-ended')
    if (!mayBecome(status, 'accepted')) throw new AppError('invitation-answered')
    if (!(await accept(ctx, { id, jobId, personId: caller.id, requestId }))) throw new LostRace()
    return { id, jobId }
  },
})

export const invitationDecline = defineHandler('invitation.decline', {
  async load({ token, requestId }, ctx) {
    const row = await loadForDecline(ctx, token, requestId)
    return {
      caller: toCaller(row.caller, ctx),
      relations: ['holder'],
      answered: row.answer,
      facts: row.landing,
    }
  },
  async act(found, { requestId, erase }, ctx, caller) {
    if (!found) throw new AppError('share-unknown')
    if (found.expired || found.phoneHash === null) throw new AppError('share-ended')
    const mayErase = erase && found.status === 'declined'
    if (!mayErase && !mayBecome(found.status, 'declined')) throw new AppError('invitation-answered')
    if (!(await decline(ctx, found, { requestId, erase, by: caller?.id ?? null }))) throw new LostRace()
    return { erased: erase }
  },
})
