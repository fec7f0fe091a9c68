import { defineHandler, LostRace } from '../handler'
import { toCaller } from '../store/caller'
import { endShare, loadForEnd } from '../store/share-end'
import { requireCaller, requireFound } from './require'

export const shareEnd = defineHandler('share.end', {
  async load({ id, requestId }, ctx) {
    const { caller, answer, share } = await loadForEnd(ctx, id, requestId)
    return {
      caller: toCaller(caller, ctx),
      relations: share ? ['referrer'] : [],
      answered: answer,
      facts: share,
    }
  },
  async act(found, { requestId }, ctx, caller) {
    const { id, endedAt } = requireFound(found)
    if (endedAt !== null) return { endedAt }
    if (!(await endShare(ctx, { id, callerId: requireCaller(caller).id, requestId }))) throw new LostRace()
    return { endedAt: ctx.now.toISOString() }
  },
})
