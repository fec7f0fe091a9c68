import { create } from 'zustand'
import type { OpenClaim } from '@/contract/calls/source'
import { call } from '@/services/cloud'
import { wholeList, type WholeListState } from '../whole-list'

/** What waits for a recruiter's decision, the oldest first. The list of referrals shows how many there are. */
export const useClaims = create<WholeListState<OpenClaim>>()(
  wholeList(async () => {
    const reply = await call('claim.list', {})
    return reply.ok ? { ok: true, rows: reply.data.claims } : reply
  }),
)

/** How many wait, as far as it is known. */
export function countOf(phase: WholeListState<OpenClaim>['phase']): number | undefined {
  return phase.name === 'ready' ? phase.rows.length : undefined
}
