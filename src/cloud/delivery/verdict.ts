import { nextTryAt } from '@/domain/delivery/back-off'
import type { ClaimedRow } from '../store/delivery/claim'
import type { Verdict } from '../store/delivery/conclude'

/** A verdict that says nothing more than its state. */
export function verdictOn(row: ClaimedRow, said: Partial<Verdict> & Pick<Verdict, 'state'>): Verdict {
  return {
    id: row.id,
    lease: row.lease,
    reason: null,
    channel: null,
    runAt: null,
    counts: true,
    notHanded: false,
    plan: null,
    invitationId: row.kind === 'invitation' ? row.invitationId : null,
    tap: null,
    refused: null,
    taken: null,
    ...said,
  }
}

/** It is put off, and that was no try. */
export function waits(row: ClaimedRow, until: Date): Verdict {
  return verdictOn(row, { state: 'waiting', runAt: until, reason: row.reason, counts: false })
}

/** Another try later, or none any more. */
export function later(
  row: ClaimedRow,
  reason: string,
  now: Date,
): Pick<Verdict, 'state' | 'reason' | 'runAt'> {
  const runAt = nextTryAt(now, row.attempts)
  return { state: runAt ? 'waiting' : 'dead', reason, runAt }
}
