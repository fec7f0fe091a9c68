import { uuidv7 } from 'uuidv7'
import type { NoticeEvent, NoticeSeat } from '@/domain/notices/event'
import { addDays } from '@/domain/shanghai'
import { isEnd, type Stage } from '@/domain/stages'
import type { StoryReferral } from '../story'
import type { Row } from './types'
import type { Waiting } from './waiting'

const KEPT_DAYS = 30
/** What is older has been read. */
const UNREAD_DAYS = 5
const HOURS_UNREAD = 3
const HOUR_MS = 3_600_000

export type Letter = {
  event: NoticeEvent
  seat: NoticeSeat
  to: string | null
  /** Who did it: nobody is told of what they did themselves. */
  by?: string | null
  subject: { kind: 'invitation' | 'application'; id: string }
  occasion: string
  at: Date
}

/** The inboxes of the last weeks, of whatever was told to somebody by today. */
export function messageRows(letters: readonly Letter[], today: Date): Row[] {
  const since = addDays(today, -KEPT_DAYS)
  return letters
    .filter(({ to, by, at }) => to !== null && to !== by && at >= since && at <= today)
    .map(({ event, seat, to, subject, occasion, at }) => ({
      ...{ id: uuidv7(), person_id: to, seat, event, subject_kind: subject.kind, subject_id: subject.id },
      ...{ occasion, dedupe_key: `${event}:${occasion}:${to}`, at },
      read_at: at < addDays(today, -UNREAD_DAYS) ? new Date(at.getTime() + HOURS_UNREAD * HOUR_MS) : null,
    }))
}

/** What the referrer heard of an invitation. */
export function invitationLetters(
  { openedAt, answer, answeredAt }: StoryReferral,
  ids: { id: string; referrerId: string },
): Letter[] {
  const letter = (event: NoticeEvent, at: Date): Letter => ({
    ...{ event, at, seat: 'referrer', to: ids.referrerId, occasion: ids.id },
    subject: { kind: 'invitation', id: ids.id },
  })
  const answers: Partial<Record<typeof answer, NoticeEvent>> = {
    accepted: 'invitation-accepted',
    declined: 'invitation-declined',
    erased: 'invitation-declined',
  }
  const told = answers[answer]
  return [
    ...(openedAt ? [letter('invitation-opened', openedAt)] : []),
    ...(told && answeredAt ? [letter(told, answeredAt)] : []),
  ]
}

export type ToldApplication = {
  id: string
  candidateId: string
  ownerId: string | null
  recruiterId: string
  managerId: string
  events: { id: string; to: Stage; at: Date; by: string }[]
  waiting: Waiting
}

/** What candidate, referrer and recruiter heard of an application. */
export function applicationLetters(told: ToldApplication): Letter[] {
  const { id, candidateId, ownerId, recruiterId, managerId, events, waiting } = told
  const people: Record<NoticeSeat, string | null> = {
    ...{ candidate: candidateId, referrer: ownerId, recruiter: recruiterId, manager: managerId },
  }
  const tell = (event: NoticeEvent, occasion: string, at: Date, seats: NoticeSeat[], by: string | null) =>
    seats.map((seat): Letter => {
      return { event, seat, to: people[seat], by, occasion, at, subject: { kind: 'application', id } }
    })
  const { nudges, pause } = waiting
  return [
    ...events.flatMap(({ id: occasion, to, at, by }) => {
      // A candidate gets a receipt of their own application.
      if (to === 'applied') return tell('applied', occasion, at, ['candidate', 'referrer', 'recruiter'], null)
      const event = isEnd(to) && to !== 'confirmed' ? 'ended' : 'stage-moved'
      return tell(event, occasion, at, ['candidate', 'referrer', ...gaveUp(by, candidateId)], by)
    }),
    ...nudges.flatMap(({ id: occasion, at, escalated }) => [
      ...tell('nudged', occasion, at, ['recruiter'], ownerId),
      ...(escalated ? tell('escalated', occasion, at, ['manager'], ownerId) : []),
    ]),
    ...(pause ? tell('paused', pause.id, pause.from, ['referrer', 'recruiter'], candidateId) : []),
  ]
}

function gaveUp(by: string, candidateId: string): NoticeSeat[] {
  return by === candidateId ? ['recruiter'] : []
}
