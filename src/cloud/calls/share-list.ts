import { showTally } from '@/domain/share-counts'
import { defineHandler } from '../handler'
import { toCaller } from '../store/caller'
import { listShares } from '../store/share-list'
import { presentShare } from './present-share'

export const shareList = defineHandler('share.list', {
  async load(_input, ctx) {
    const { caller, shares } = await listShares(ctx)
    return { caller: toCaller(caller, ctx), relations: ['any'], facts: shares }
  },
  act: (shares, _input, ctx) => ({
    shares: shares.map((row) => ({ ...presentShare(row, ctx), counts: showTally(row.tally) })),
  }),
})
