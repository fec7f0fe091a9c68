import type { NoticeEvent } from '@/domain/notices/event'
import { noticeFor } from '@/domain/notices/table'
import type { DigestItemRow, MessageRow, SubjectRow } from './store/message-facts'

const HOUR_MS = 3_600_000

/**
 * Whether a message is not worth a disturbance any more: it is too old, its reader has left, or what it tells of was
 * overtaken. The inbox keeps it all the same.
 */
export function isPointless(row: MessageRow, now: Date): boolean {
  const { event, seat, reader, subject, items } = row
  const hours = noticeFor(event, seat)?.hours ?? 0
  if (now.getTime() >= Date.parse(row.at) + hours * HOUR_MS) return true
  if (reader.erased || (seat !== 'candidate' && !reader.active)) return true
  if (event === 'digest') return items.every((item) => isOver(item, now))
  if (subject === null || (subject.erased && !TELLS_OF_ERASED[event]?.(subject))) return true
  return OVERTAKEN[event](subject, now)
}

/** What is still to be told when name and number are gone: that it is over. */
const TELLS_OF_ERASED: Partial<Record<NoticeEvent, (about: SubjectRow) => boolean>> = {
  ended: ({ stage }) => stage === 'withdrawn',
  'invitation-declined': () => true,
}

type Overtaken = (about: SubjectRow, now: Date) => boolean

const moved: Overtaken = ({ moved }) => moved
const decided: Overtaken = ({ decided }) => decided
const answered: Overtaken = ({ status }) => status !== 'waiting' && status !== 'opened'
/** Nobody has to be asked for an answer: it was given, or the candidate asked for time. */
const quiet: Overtaken = (about, now) => about.moved || about.ended || pauses(about, now)

const OVERTAKEN: Record<Exclude<NoticeEvent, 'digest'>, Overtaken> = {
  invited: answered,
  'invitation-opened': answered,
  'invitation-accepted': ({ status }) => status !== 'accepted',
  'invitation-declined': ({ status }) => status !== 'declined',
  'text-stopped': answered,
  applied: moved,
  'stage-moved': moved,
  ended: moved,
  'owner-changed': decided,
  'job-changed': moved,
  'source-claimed': decided,
  'source-objected': decided,
  paused: (about, now) => about.moved || about.ended || !pauses(about, now),
  resumed: quiet,
  nudged: quiet,
  escalated: quiet,
}

function pauses({ pausedNow }: SubjectRow, now: Date): boolean {
  return pausedNow !== null && Date.parse(pausedNow) > now.getTime()
}

/** A line of a digest that would tell what is not so any more. */
function isOver({ kind, subject }: DigestItemRow, now: Date): boolean {
  if (subject === null) return true
  switch (kind) {
    case 'still':
      return subject.moved || subject.ended
    case 'unanswered':
      return subject.ended
    case 'late':
    case 'due-today':
      return quiet(subject, now)
    case 'protection-ending':
    case 'lapsed':
      return subject.moved || subject.erased || !subject.mine
    case 'invitation-expired':
      return false
  }
}
