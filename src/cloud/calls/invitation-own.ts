import type { OutputOf } from '@/contract/call'
import type { CallOf } from '@/contract/calls'
import type { RelationToRecord } from '@/contract/permissions'
import { AppError } from '@/contract/errors'
import { mayBecome } from '@/domain/invitation'
import { defineHandler, LostRace } from '../handler'
import type { Context } from '../context'
import { toCaller } from '../store/caller'
import { endorse, findInvitation, revoke, type OwnInvitation } from '../store/invitation'
import { checkText } from './check-text'
import { presentInvitation } from './present-invitation'
import { requireCaller, requireFound } from './require'

export const invitationGet = defineHandler('invitation.get', {
  load: async ({ id }, ctx) => seenBy(await findInvitation(ctx, id, null), ctx),
  act: (row, _input, ctx) => presentInvitation(requireFound(row.invitation), ctx),
})

export const invitationEndorse = defineHandler('invitation.endorse', {
  async load({ id, requestId }, ctx) {
    const row = await findInvitation(ctx, id, { call: 'invitation.endorse', requestId })
    return { ...seenBy(row, ctx), answered: row.answer as OutputOf<CallOf<'invitation.endorse'>> | null }
  },
  async act(row, { id, requestId, relation, line }, ctx, caller) {
    const { status } = requireFound(row.invitation)
    if (!mayBecome(status, 'accepted')) throw new AppError('invitation-answered')
    await checkText(ctx, [line])
    if (!(await endorse(ctx, { id, callerId: requireCaller(caller).id, requestId, relation, line })))
      throw new LostRace()
    return { relation, line }
  },
})

export const invitationRevoke = defineHandler('invitation.revoke', {
  async load({ id, requestId }, ctx) {
    const row = await findInvitation(ctx, id, { call: 'invitation.revoke', requestId })
    return { ...seenBy(row, ctx), answered: row.answer as OutputOf<CallOf<'invitation.revoke'>> | null }
  },
  async act(row, { id, requestId }, ctx, caller) {
    if (!mayBecome(requireFound(row.invitation).status, 'revoked')) throw new AppError('invitation-answered')
    if (!(await revoke(ctx, { id, callerId: requireCaller(caller).id, requestId }))) throw new LostRace()
    return { status: 'revoked' as const }
  },
})

function seenBy(row: OwnInvitation, ctx: Context) {
  const caller = toCaller(row.caller, ctx)
  const own = caller !== null && row.invitation?.referrerId === caller.id
  const relations: RelationToRecord[] = own ? ['referrer'] : []
  return { caller, relations, facts: row }
}
