import type { Service } from './context'
import { deliverMessages } from './delivery/messages'
import { deliverTexts } from './delivery/texts'
import { log } from './log'
import { claimDue, type Batch, type ClaimedMessage, type ClaimedText } from './store/delivery/claim'
import { conclude, type Verdict } from './store/delivery/conclude'

const TRIES_TO_CONCLUDE = 3

/** How long a run may take: no batch is begun after `ms`, as `clock` counts them. */
export type Budget = { ms: number; clock: () => number }

const A_RUN: Budget = { ms: 20_000, clock: () => performance.now() }

/**
 * Delivers what is due, batch by batch until nothing is, or until the time is used up: right after a call that wrote
 * something, and every minute by the clock. Any number of workers may run at once. At least once, texts at most once: a
 * row whose worker died is claimed again when its lease ends. Returns how many were sent.
 */
export async function deliverDue(service: Service, now: Date, budget: Budget = A_RUN): Promise<number> {
  const begun = budget.clock()
  let sent = 0
  do {
    const batch = await claimDue(service.db, now)
    if (batch.rows.length === 0) break
    sent += await deliver(service, batch, now)
  } while (budget.clock() - begun < budget.ms)
  return sent
}

/** Sends login codes at once: somebody looks at the screen and waits. Everything else may wait for the clock. */
export async function deliverCodes(service: Service, now: Date): Promise<void> {
  await deliver(service, await claimDue(service.db, now, 'login-code'), now)
}

/** Sends one batch of messages, and no texts: for a place where work may be stopped at any moment. */
export async function deliverMessagesDue(service: Service, now: Date): Promise<void> {
  await deliver(service, await claimDue(service.db, now, 'message'), now)
}

async function deliver(service: Service, { rows, refusals }: Batch, now: Date): Promise<number> {
  const texts = rows.filter((row): row is ClaimedText => row.kind !== 'message')
  const messages = rows.filter((row): row is ClaimedMessage => row.kind === 'message')
  // What one half has sent is written down also when the other fails.
  const halves = await Promise.allSettled([
    deliverTexts(service, texts, now),
    deliverMessages(service, messages, refusals, now),
  ])
  const verdicts = halves.flatMap((half) => (half.status === 'fulfilled' ? half.value : []))
  if (verdicts.length > 0) await writeDown(service, verdicts, now)
  for (const half of halves) if (half.status === 'rejected') throw half.reason
  return verdicts.filter(({ state }) => state === 'sent').length
}

/** Again when it fails, as after a deadlock: a row that is not concluded would be sent twice. What is done stays done. */
async function writeDown({ db }: Service, verdicts: readonly Verdict[], now: Date): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await conclude(db, verdicts, now)
      break
    } catch (error) {
      if (attempt === TRIES_TO_CONCLUDE) throw error
    }
  }
  for (const { id, state, reason, channel, counts } of verdicts)
    if (state === 'dead' || (state === 'waiting' && counts))
      log({ job: 'deliver', id, outcome: state, channel: channel ?? '', reason: reason ?? '' })
}
