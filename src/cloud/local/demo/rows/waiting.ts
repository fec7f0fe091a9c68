import { uuidv7 } from 'uuidv7'
import { dueAfterPauses } from '@/domain/due-pause'
import { nextInvitationWordAt, nextWordAt } from '@/domain/notices/next-word'
import { nudgeEscalates } from '@/domain/nudge'
import { POLICY } from '@/domain/policy'
import { addDays } from '@/domain/shanghai'
import { isEnd, type Stage } from '@/domain/stages'
import { CALENDAR, stageDueAt } from '@/cloud/calendar'
import type { StoryWait } from '../waits'
import type { Row, Standing } from './types'

/** Nudges and a pause with their ids, as messages tell of them. */
export type Waiting = {
  nudges: { id: string; at: Date; escalated: boolean }[]
  pause: (NonNullable<StoryWait['pause']> & { id: string }) | null
}

export function waitingOf({ nudges, pause }: StoryWait): Waiting {
  return {
    nudges: nudges.map((at, index) => ({ id: uuidv7(), at, escalated: nudgeEscalates(index, POLICY) })),
    pause: pause && { ...pause, id: uuidv7() },
  }
}

export function waitingRows(
  { nudges, pause }: Waiting,
  ids: { applicationId: string; ownerId: string | null; candidateId: string },
): { nudge: Row[]; stage_pause: Row[] } {
  return {
    nudge: nudges.map(({ id, at, escalated }) => ({
      ...{ id, at, escalated, application_id: ids.applicationId, by_person: ids.ownerId },
    })),
    stage_pause: pause
      ? [
          {
            ...{ id: pause.id, application_id: ids.applicationId, by_person: ids.candidateId },
            ...{ from_at: pause.from, until_at: pause.until, reason: pause.reason },
          },
        ]
      : [],
  }
}

/** The columns of an application that say how it is waited for: as the calls and the clock would have left them by today. */
export function clockColumns(
  last: { to: Stage; at: Date },
  protectedUntil: Date,
  { nudges, pause }: Waiting,
  today: Date,
): Row {
  const due = stageDueAt(last.to, last.at)
  const moved =
    pause && due ? dueAfterPauses({ since: last.at, dueAt: due }, [pauseSpan(pause)], CALENDAR) : due
  const ended = isEnd(last.to)
  const word = (toldAt: Date) => (ended ? null : wordAfter(toldAt, today))
  const ending = addDays(protectedUntil, -POLICY.words.protectionDays)
  return {
    due_at: moved,
    paused_until: pause?.until ?? null,
    changed_at: pause?.from ?? last.at,
    nudged_at: nudges.at(-1)?.at ?? null,
    nudges: nudges.length,
    word_at: word(pause?.from ?? last.at),
    candidate_word_at: word(last.at),
    late_told: moved !== null && moved < today ? moved : null,
    protection_told_at: ended && last.to !== 'confirmed' && ending <= today ? ending : null,
  }
}

/** When the referrer of an invitation hears of it next; null when it is over. */
export function invitationWord({ status, changedAt }: Standing, sentAt: Date, today: Date): Date | null {
  if (status !== 'waiting' && status !== 'opened' && status !== 'accepted') return null
  let at = nextInvitationWordAt(sentAt, changedAt, POLICY)
  while (at <= today) at = nextInvitationWordAt(sentAt, at, POLICY)
  return at
}

/** Whoever has heard nothing since was told so, again and again, by today. */
function wordAfter(toldAt: Date, today: Date): Date {
  let at = nextWordAt(toldAt, POLICY)
  while (at <= today) at = nextWordAt(at, POLICY)
  return at
}

function pauseSpan({ from, until }: { from: Date; until: Date }) {
  return { from, to: until }
}
