import { TRIES } from '@/domain/delivery/back-off'
import { decideText } from '@/domain/delivery/decide-text'
import type { Phone } from '@/domain/phone'
import { POLICY } from '@/domain/policy'
import type { TextSkipReason } from '@/domain/texting'
import type { Service } from '../context'
import type { Handed } from '../doors/handed'
import type { ClaimedText } from '../store/delivery/claim'
import type { Verdict } from '../store/delivery/conclude'
import { handOver, type HandOver } from '../store/delivery/hand-over'
import { handed } from './hand'
import { smsSetting } from './settings'
import { readText } from './text-body'
import { later, verdictOn, waits } from './verdict'

/**
 * Login codes and invitations of one batch: decides, notes what goes, hands it over. At most once: a provider cannot tell
 * whether he had a text before, so it is noted first.
 */
export async function deliverTexts(
  service: Service,
  texts: readonly ClaimedText[],
  now: Date,
): Promise<Verdict[]> {
  const verdicts: Verdict[] = []
  const going: ClaimedText[] = []
  for (const text of texts) {
    const verdict = beforehand(text, service, now)
    if (verdict) verdicts.push(verdict)
    else going.push(text)
  }
  if (going.length === 0) return verdicts
  const noted = await handOver(service.db, going, now)
  const given = await Promise.all(going.map((text) => give(service, text, noted.get(text.id) ?? 'gone', now)))
  return [...verdicts, ...given.filter((one) => one !== null)]
}

/** What needs no provider; null for what goes. */
function beforehand(text: ClaimedText, { doors }: Service, now: Date): Verdict | null {
  if (text.attempts > TRIES) return stopped(text, 'dead', 'lost', 'not-delivered')
  const whole = text.recipientEnc !== null && text.bodyEnc !== null
  const carried = doors.sms.kinds.includes(text.kind)
  const decision = decideText({ ...text, whole, carried }, now, POLICY)
  switch (decision.kind) {
    case 'send':
      return null
    case 'wait':
      return {
        ...waits(text, decision.until),
        plan: { kind: 'send', at: decision.until.toISOString() },
      }
    case 'dead':
      return stopped(
        text,
        'dead',
        decision.reason,
        decision.reason === 'unconfirmed' ? 'unconfirmed' : 'not-delivered',
      )
    case 'drop':
      return decision.reason === 'pointless'
        ? verdictOn(text, { state: 'dropped', reason: 'pointless', counts: false })
        : stopped(text, 'dropped', decision.reason, decision.reason)
  }
}

async function give(
  service: Service,
  text: ClaimedText,
  noted: HandOver,
  now: Date,
): Promise<Verdict | null> {
  if (noted === 'gone') return null
  if (noted === 'again') return waits(text, now)
  if (noted === 'full') return stopped(text, 'dropped', 'recently-texted', 'recently-texted')
  return afterwards(text, await handed(() => send(service, text)), service, now)
}

async function send(
  { doors, secrets }: Service,
  { id, kind, recipientEnc, bodyEnc }: ClaimedText,
): Promise<Handed> {
  if (recipientEnc === null || bodyEnc === null) return { outcome: 'closed', reason: 'erased' }
  let text: { to: Phone; body: string; params: readonly string[] }
  try {
    text = { to: secrets.decrypt(recipientEnc) as Phone, ...readText(bodyEnc, secrets) }
  } catch {
    return { outcome: 'closed', reason: 'unreadable' }
  }
  return doors.sms.send({ id, kind, ...text })
}

/** What the provider's answer makes of a text. */
function afterwards(text: ClaimedText, answer: Handed, { config }: Service, now: Date): Verdict {
  const { kind } = text
  if (answer.outcome === 'sent') return verdictOn(text, { state: 'sent', channel: 'sms', taken: kind })
  if (answer.outcome === 'unconfirmed') return stopped(text, 'dead', 'unconfirmed', 'unconfirmed')
  const { outcome, reason } = answer
  const again = outcome === 'later' ? later(text, reason, now) : null
  if (again?.state === 'waiting') return verdictOn(text, { channel: 'sms', notHanded: true, ...again })
  return {
    ...stopped(text, 'dead', reason, 'not-delivered'),
    notHanded: true,
    refused: outcome === 'refused' ? { what: kind, setting: smsSetting(config, kind), reason } : null,
  }
}

/** It will not be sent by itself: whoever invited reads so, and uses a card. */
function stopped(text: ClaimedText, state: 'dropped' | 'dead', reason: string, why: TextSkipReason): Verdict {
  return verdictOn(text, {
    ...{ state, reason, channel: 'sms' },
    plan: text.kind === 'invitation' ? { kind: 'skip', reason: why } : null,
  })
}
