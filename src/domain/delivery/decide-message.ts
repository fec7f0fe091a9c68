import type { NoticeChannel, NoticeEvent, NoticeSeat, Template } from '../notices/event'
import { disturbAt, type Quiet } from '../notices/quiet'
import { noticeFor } from '../notices/table'
import { SPREAD_MINUTES, spreadAfter } from './spread'

/** A message of the inbox that is worth a disturbance. `id`: of its place in the outbox. */
export type DueMessage = {
  id: string
  event: NoticeEvent
  seat: NoticeSeat
  /** When it was written. */
  at: Date
  /** The person has seen it in the inbox meanwhile. */
  read: boolean
  /** What it tells of is no longer so. */
  pointless: boolean
}

/** Where the company has opened a channel. `templates`: configured, and not refused by WeChat. */
export type OpenRoads = { wecom: boolean; email: boolean; templates: ReadonlySet<Template> }

export type Recipient = {
  /** They have an account there. */
  wecom: boolean
  subscribe: boolean
  email: boolean
  wants: Record<NoticeChannel, boolean>
  /** Accepted taps that are left. */
  credits: Partial<Record<Template, number>>
  quiet: Quiet
}

export type MessageDecision =
  | { kind: 'drop'; reason: 'pointless' | 'read' | 'too-late' | 'no-channel' }
  | { kind: 'wait'; until: Date }
  /** Over the first of these; the others are for when it turns out to be closed. */
  | { kind: 'send'; channels: readonly [NoticeChannel, ...NoticeChannel[]] }

const HOUR_MS = 3_600_000
const DAY_MINUTES = 1440

/**
 * What becomes of a message whose time has come: dropped when nobody has to be disturbed (any more), put off to the end
 * of the person's quiet hours, or sent over the first channel of the table that is open. The inbox has it in any case.
 */
export function decideMessage(
  message: DueMessage,
  recipient: Recipient,
  roads: OpenRoads,
  now: Date,
): MessageDecision {
  const notice = noticeFor(message.event, message.seat)
  if (!notice) return { kind: 'drop', reason: 'no-channel' }
  if (message.read) return { kind: 'drop', reason: 'read' }
  if (now.getTime() >= message.at.getTime() + notice.hours * HOUR_MS)
    return { kind: 'drop', reason: 'too-late' }
  if (message.pointless) return { kind: 'drop', reason: 'pointless' }
  const [first, ...others] = notice.channels.filter((channel) =>
    isOpen(channel, notice.template, recipient, roads),
  )
  if (!first) return { kind: 'drop', reason: 'no-channel' }
  const until = undisturbedUntil(now, recipient.quiet, message.id)
  return until ? { kind: 'wait', until } : { kind: 'send', channels: [first, ...others] }
}

function isOpen(
  channel: NoticeChannel,
  template: Template | null,
  recipient: Recipient,
  roads: OpenRoads,
): boolean {
  if (!recipient[channel] || !recipient.wants[channel]) return false
  if (channel !== 'subscribe') return roads[channel]
  return template !== null && roads.templates.has(template) && (recipient.credits[template] ?? 0) > 0
}

/** Not all at the same minute, and inside the hours that are not quiet, however short these are. */
function undisturbedUntil(now: Date, quiet: Quiet, id: string): Date | null {
  const end = disturbAt(now, quiet)
  if (end <= now) return null
  const open = (quiet.from - quiet.to + DAY_MINUTES) % DAY_MINUTES
  return spreadAfter(end, id, Math.min(SPREAD_MINUTES, open))
}
