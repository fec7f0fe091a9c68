import { TRIES } from '@/domain/delivery/back-off'
import { decideMessage, type MessageDecision, type OpenRoads } from '@/domain/delivery/decide-message'
import { DEFAULT_CHOICES } from '@/domain/notices/choices'
import type { NoticeChannel, Template } from '@/domain/notices/event'
import { noticeFor } from '@/domain/notices/table'
import type { Service } from '../context'
import type { Handed } from '../doors/handed'
import { log } from '../log'
import { presentMessage, type PresentedMessage } from '../present-message'
import type { ClaimedMessage } from '../store/delivery/claim'
import type { Verdict } from '../store/delivery/conclude'
import type { Refusals } from '../store/delivery/refusals'
import { handed } from './hand'
import { handMessage } from './hand-message'
import { openTemplates, templateSetting } from './settings'
import { countTaps, type Taps } from './taps'
import { later, verdictOn, waits } from './verdict'

type Decided = {
  message: ClaimedMessage
  words: PresentedMessage
  template: Template | null
  decision: MessageDecision
}

/** Messages of one batch: decides over which channel each goes, and hands them over side by side. */
export async function deliverMessages(
  service: Service,
  messages: readonly ClaimedMessage[],
  refusals: Refusals,
  now: Date,
): Promise<Verdict[]> {
  const { doors, config } = service
  const roads: OpenRoads = {
    wecom: doors.wecom.available,
    email: doors.mail.available,
    templates: openTemplates(config, refusals, now),
  }
  const taps = countTaps()
  const decided = messages.map((message) => decide(service, message, roads, taps, now))
  return Promise.all(decided.map((one) => ('state' in one ? one : deliver(service, one, now))))
}

function decide(
  service: Service,
  message: ClaimedMessage,
  roads: OpenRoads,
  taps: Taps,
  now: Date,
): Decided | Verdict {
  // Whoever claimed it never came to an end.
  if (message.attempts > TRIES) return verdictOn(message, { state: 'dead', reason: 'lost' })
  let words: PresentedMessage
  try {
    words = presentMessage(message.message, service, now)
  } catch (failure) {
    log({ call: 'deliver', failure })
    return verdictOn(message, later(message, 'no-words', now))
  }
  const { event, seat, at, read } = message.message
  const { openid, wecomId, email, ...chosen } = message.recipient
  const template = noticeFor(event, seat)?.template ?? null
  const recipient = {
    ...{ wecom: wecomId !== null, subscribe: openid !== null, email: email !== null },
    wants: chosen.wants ?? DEFAULT_CHOICES.wants,
    quiet: chosen.quiet ?? DEFAULT_CHOICES.quiet,
    credits: taps.left(message.personId, chosen.credits),
  }
  const due = { id: message.id, event, seat, at: new Date(at), read, pointless: words.pointless }
  const decision = decideMessage(due, recipient, roads, now)
  if (decision.kind === 'send' && decision.channels[0] === 'subscribe' && template !== null)
    taps.take(message.personId, template)
  return { message, words, template, decision }
}

async function deliver(service: Service, decided: Decided, now: Date): Promise<Verdict> {
  const { message, words, template, decision } = decided
  if (decision.kind === 'wait') return waits(message, decision.until)
  if (decision.kind === 'drop')
    return verdictOn(message, { state: 'dropped', reason: decision.reason, counts: false })
  const learnt: Pick<Partial<Verdict>, 'tap' | 'refused'> = {}
  let refusedBy: { channel: NoticeChannel; reason: string } | null = null
  for (const channel of decision.channels) {
    const answer = await handed(() => handMessage(service, channel, message, words, template, now))
    if (answer.outcome !== 'closed' && answer.outcome !== 'refused')
      return verdictOn(message, { ...learnt, ...ended(message, channel, template, answer, now) })
    if (channel === 'subscribe') Object.assign(learnt, lesson(service, template, answer))
    else if (answer.outcome === 'refused') refusedBy = { channel, reason: answer.reason }
  }
  // An address that is never accepted is something to look at. Templates that are refused are shown apart.
  return verdictOn(message, {
    ...learnt,
    ...(refusedBy ? { state: 'dead', ...refusedBy } : { state: 'dropped', reason: 'no-channel' }),
  })
}

/**
 * WeChat cannot tell a repeat: what it may have accepted counts as sent, with its tap. WeCom and mail know the id of what
 * they have had.
 */
function ended(
  message: ClaimedMessage,
  channel: NoticeChannel,
  template: Template | null,
  answer: Handed,
  now: Date,
): Partial<Verdict> & Pick<Verdict, 'state'> {
  const subscribe = channel === 'subscribe'
  const reason = answer.outcome === 'sent' ? null : answer.reason
  if (reason !== null && !(subscribe && answer.outcome === 'unconfirmed'))
    return { channel, ...later(message, reason, now) }
  return {
    ...{ state: 'sent', channel, reason },
    ...(subscribe && template !== null && { tap: { template, was: 'used' } }),
    ...(subscribe && reason === null && { taken: template }),
  }
}

/** A word that WeChat does not allow: of this message, the template is as good as before. */
const WORD_REFUSED = '45168'

function lesson(
  { config }: Service,
  template: Template | null,
  answer: Exclude<Handed, { outcome: 'sent' }>,
): Pick<Partial<Verdict>, 'tap' | 'refused'> {
  if (template === null) return {}
  if (answer.outcome === 'closed') return { tap: { template, was: 'gone' } }
  if (answer.reason === WORD_REFUSED) return {}
  return { refused: { what: template, setting: templateSetting(config, template), reason: answer.reason } }
}
