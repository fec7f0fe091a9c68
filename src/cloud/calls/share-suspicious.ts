import type { SuspiciousShare } from '@/contract/calls/share'
import { POLICY } from '@/domain/policy'
import { addDays } from '@/domain/shanghai'
import { isSuspicious } from '@/domain/share'
import { defineHandler } from '../handler'
import { toCaller } from '../store/caller'
import { listTraffic, type TrafficRow } from '../store/share-suspicious'

/** What one recruiter can look into; the worst come first. */
const MOST = 50

export const shareSuspicious = defineHandler('share.suspicious', {
  async load(_input, ctx) {
    const { days, visitors } = POLICY.suspicion
    const { caller, shares } = await listTraffic(ctx, { since: addDays(ctx.now, -days), visitors })
    return { caller: toCaller(caller, ctx), relations: ['any'], facts: shares }
  },
  act: (shares) => ({
    shares: shares
      .filter((share) => isSuspicious(share, POLICY))
      .slice(0, MOST)
      .map(present),
  }),
})

function present(row: TrafficRow): SuspiciousShare {
  const { id, channel, name, job, referrer, visitors, applications, endorsed, reports, lastAt } = row
  return { id, channel, name, job, referrer, visitors, applications, endorsed, reports, lastAt }
}
