import { nextNudgeAt } from '@/domain/nudge'
import { pauseUntil } from '@/domain/pause'
import { POLICY } from '@/domain/policy'
import { isEnd, type Stage } from '@/domain/stages'
import { addWorkMinutes } from '@/domain/work-time'
import { CALENDAR, stageDueAt } from '@/cloud/calendar'
import { DEMO_REFERRER } from './people'
import type { StoryReferral } from './story'

export type StoryPause = { from: Date; until: Date; reason: string }

/** What was said about the stage in which an application stands: its referrer nudged, its candidate asked for time. */
export type StoryWait = { nudges: Date[]; pause: StoryPause | null }

const NOTHING: StoryWait = { nudges: [], pause: null }

/** How often the late ones were nudged about, in the order of the story. 林晓 has not yet: who tries the demo may. */
const NUDGES = [1, 2, 1]
const WORK_MINUTES = { untilFirst: 9 * 60 + 40, untilNext: 50 }

const PAUSES: readonly { wanted: (referral: StoryReferral) => boolean; reason: string }[] = [
  {
    wanted: ({ referrerKey, application }) =>
      referrerKey === DEMO_REFERRER && stageOf(application) === 'screening',
    reason: '这周在赶一个上线，想忙完再细聊',
  },
  {
    wanted: ({ referrerKey, application }) =>
      referrerKey !== DEMO_REFERRER && stageOf(application) === 'offer',
    reason: '手上还有一个 Offer 在等回复，想多考虑几天',
  },
]
const MORE_DAYS = 3
const DAY_MS = 86_400_000

/** The waits of a story as it stands at `today`; the same every time, and without taking anything from its chance. */
export function planWaits(
  referrals: readonly StoryReferral[],
  today: Date,
): (of: StoryReferral) => StoryWait {
  const waits = new Map<StoryReferral, StoryWait>()
  const late = referrals.filter(
    (referral) => referral.referrerKey !== DEMO_REFERRER && isLate(referral, today),
  )
  for (const [index, referral] of late.entries())
    waits.set(referral, { ...NOTHING, nudges: nudgesOf(referral, NUDGES[index] ?? 0, today) })
  for (const { wanted, reason } of PAUSES) {
    const referral = referrals.find((one) => wanted(one) && !isLate(one, today))
    const since = referral?.application?.events.at(-1)?.at
    if (referral && since) waits.set(referral, { ...NOTHING, pause: pauseOf(since, today, reason) })
  }
  return (referral) => waits.get(referral) ?? NOTHING
}

function nudgesOf({ application }: StoryReferral, count: number, today: Date): Date[] {
  const due = dueOf(application)
  if (due === null) return []
  const nudges: Date[] = []
  for (let at = after(due, WORK_MINUTES.untilFirst); nudges.length < count && at < today;) {
    nudges.push(at)
    at = after(nextNudgeAt(at, POLICY, CALENDAR), WORK_MINUTES.untilNext)
  }
  return nudges
}

/** Asked for half-way through what has passed of the stage, and not over yet. */
function pauseOf(since: Date, today: Date, reason: string): StoryPause {
  const from = new Date(since.getTime() + Math.floor((today.getTime() - since.getTime()) / 2_000) * 1_000)
  const days = Math.ceil((today.getTime() - from.getTime()) / DAY_MS) + MORE_DAYS
  return { from, until: pauseUntil(from, Math.min(days, POLICY.pauseDays)), reason }
}

function isLate({ application }: StoryReferral, today: Date): boolean {
  const due = dueOf(application)
  return due !== null && due < today
}

function dueOf(application: StoryReferral['application']): Date | null {
  const last = application?.events.at(-1)
  return last ? stageDueAt(last.to, last.at) : null
}

function stageOf(application: StoryReferral['application']): Stage | null {
  const stage = application?.events.at(-1)?.to ?? null
  return stage === null || isEnd(stage) ? null : stage
}

function after(at: Date, workMinutes: number): Date {
  return addWorkMinutes(at, workMinutes, CALENDAR)
}
