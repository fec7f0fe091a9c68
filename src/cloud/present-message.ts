import type { NoticeLink } from '@/contract/calls/inbox'
import type { NoticeSeat } from '@/domain/notices/event'
import type { DigestFacts, NoticeFacts } from '@/domain/notices/facts'
import type { InvitationStatus } from '@/domain/invitation'
import { digestLine, noticeWords, type NoticeFields } from '@/domain/notices/words'
import { STAGES, type Stage } from '@/domain/stages'
import { INVITATION_STATUSES } from '@/domain/invitation'
import { CALENDAR } from './calendar'
import { maskSealed } from './calls/present-invitation'
import type { Service } from './context'
import { isPointless } from './pointless'
import { dateOf } from './store/date-of'
import type { DigestItemRow, MessageRow, SubjectRow } from './store/message-facts'

export type PresentedMessage = {
  title: string
  body: string
  /** Null when there is nothing to open, or not any more. */
  link: NoticeLink | null
  lines: { text: string; link: NoticeLink | null }[]
  fields: NoticeFields
  /** Not worth a disturbance any more: what it tells of is over, or its reader has no part in it. */
  pointless: boolean
}

/**
 * A message in words, made from the live record each time it is read or sent: nothing personal is stored with it, and an
 * erasure reaches every one.
 */
export function presentMessage(row: MessageRow, service: Service, now: Date): PresentedMessage {
  const lines = row.items.flatMap((item) => presentItem(item, row, service))
  const words = noticeWords(row.event, row.seat, factsOf(row, lines, service, now))
  if (!words) throw new Error(`${row.event} has no words for a ${row.seat}`)
  const link = linkTo(known(row.subject, row.seat, row.reader), row.seat)
  return { ...words, link, lines, pointless: isPointless(row, now) }
}

function factsOf(row: MessageRow, lines: { text: string }[], service: Service, now: Date): NoticeFacts {
  const [first] = row.items
  const about = known(row.subject, row.seat, row.reader) ?? known(first?.subject, first?.seat, row.reader)
  return {
    ...{
      at: new Date(row.at),
      now,
      calendar: CALENDAR,
      lines: lines.map(({ text }) => text),
      total: row.total,
    },
    ...named(about, service),
    fromJob: about?.fromJob ?? null,
    colleague: about?.colleague ?? null,
    mine: about?.mine ?? false,
    cause: about?.cause ?? null,
    stage: first ? stageOf(first) : (about?.stage ?? null),
    round: about?.round ?? 1,
    current: about !== null && !about.moved && !about.ended,
    text: about?.text ?? null,
    dueAt: dateOf(about?.dueAt ?? null),
    pausedUntil: dateOf(about?.pausedUntil ?? null),
    status: about?.status ?? null,
    nudges: about?.nudges ?? 0,
  }
}

function named(about: SubjectRow | null, service: Service) {
  return {
    name: about?.name ?? null,
    phone: maskSealed(about?.phoneEnc ?? null, service),
    job: about?.job ?? null,
  }
}

/** Nothing when the record is gone. */
function presentItem(item: DigestItemRow, row: MessageRow, service: Service): PresentedMessage['lines'] {
  const { kind, seat } = item
  const subject = known(item.subject, seat, row.reader)
  if (!subject) return []
  const facts: DigestFacts = {
    ...named(subject, service),
    ...{ at: new Date(row.at), calendar: CALENDAR, stage: stageOf(item), round: item.round ?? subject.round },
    status: statusOf(item),
    since: dateOf(item.since),
    dueAt: dateOf(item.dueAt),
    pausedUntil: dateOf(subject.pausedNow),
    owned: subject.colleague !== null,
  }
  return [{ text: digestLine(kind, seat, facts), link: linkTo(subject, seat) }]
}

function stageOf({ stage }: DigestItemRow): Stage | null {
  return STAGES.find((known) => known === stage) ?? null
}

function statusOf({ stage, subject }: DigestItemRow): InvitationStatus | null {
  return INVITATION_STATUSES.find((known) => known === stage) ?? subject?.status ?? null
}

/**
 * What the reader may still know of it: whoever left the roster, or recruits no more, was told something, and of whom is
 * nothing to them any more.
 */
function known(
  subject: SubjectRow | null | undefined,
  seat: NoticeSeat | undefined,
  reader: MessageRow['reader'],
): SubjectRow | null {
  if (!subject || seat === 'candidate') return subject ?? null
  const seated = seat === 'recruiter' ? reader.recruits : reader.active
  return seated
    ? subject
    : { ...subject, opens: false, name: null, phoneEnc: null, colleague: null, text: null }
}

/** Whoever has no part in it any more finds nothing there. */
function linkTo(subject: SubjectRow | null, seat: NoticeSeat): NoticeLink | null {
  if (!subject?.opens || seat === 'manager') return null
  return { kind: subject.kind, id: subject.id, as: seat }
}
