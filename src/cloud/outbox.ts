import type { Phone } from '@/domain/phone'
import type { Service } from './context'
import { claimTexts, markFailed, markSent, type DueText } from './store/outbox'
import { log } from './log'

const BATCH = 20
/** Minutes until the next try after the first, second … failure; after the last the text is dead. */
const BACK_OFF_MINUTES = [1, 2, 5, 15, 60, 180, 360]

/**
 * Hands due texts to the SMS door: right after a call that wrote one, and every minute by the clock. At least once: a
 * text whose sender died is claimed again when its lease ends. Returns how many were sent.
 */
export async function deliverDue(service: Service, now: Date): Promise<number> {
  if (!service.doors.sms.available) return 0
  const due = await claimTexts(service.db, now, BATCH)
  const sent = await Promise.all(due.map((text) => deliver(service, text, now)))
  return sent.filter(Boolean).length
}

async function deliver({ db, doors, secrets }: Service, text: DueText, now: Date): Promise<boolean> {
  try {
    const to = secrets.decrypt(text.recipientEnc) as Phone
    await doors.sms.send({ id: text.id, to, kind: text.kind, body: secrets.decrypt(text.bodyEnc) })
  } catch (error) {
    const minutes = BACK_OFF_MINUTES[text.attempts - 1]
    const next = minutes === undefined ? null : new Date(now.getTime() + minutes * 60_000)
    await markFailed(db, text.id, next, error instanceof Error ? error.name : 'unknown')
    log({ job: 'deliver', text: text.id, attempt: text.attempts, outcome: next ? 'later' : 'dead' })
    return false
  }
  await markSent(db, text.id, now)
  return true
}
