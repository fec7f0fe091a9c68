import type { Policy } from './policy'
import { clockWords, dayWords } from './shanghai'
import { addWorkMinutes, nextWorkMoment, type WorkCalendar } from './work-time'

/** What of an application decides whether it may be nudged about. */
export type Nudgeable = {
  ended: boolean
  /** Null where the policy sets no hours, and after the end. */
  dueAt: Date | null
  /** Until when the candidate asked to be waited for; it may be over. */
  pausedUntil: Date | null
  /** The owner's newest nudge about the referral, in whichever stage. */
  lastAt: Date | null
}

export type NudgeVerdict =
  | { allowed: true }
  /** `from`: when it may be nudged about as things stand; null when there is nothing to wait for. */
  | { allowed: false; why: 'not-late' | 'nudged-recently'; from: Date | null }

/** What the owner is told of nudging: the verdict, and what they have done so far. */
export type NudgeView = {
  allowed: boolean
  from: Date | null
  /** Of theirs about the current stage. */
  count: number
  lastAt: Date | null
}

/** The first moment at which the referral that was nudged at `lastAt` may be nudged again: inside working hours. */
export function nextNudgeAt(lastAt: Date, { nudges, workday }: Policy, calendar: WorkCalendar): Date {
  const minutes = nudges.everyWorkDays * (workday.toHour - workday.fromHour) * 60
  // A result at closing time would be the evening before a day that is not over yet.
  return nextWorkMoment(addWorkMinutes(lastAt, minutes, calendar), calendar)
}

/** Whether the owner may nudge now: about an answer that is late, whose clock runs, and not too soon after the last. */
export function mayNudge(about: Nudgeable, now: Date, policy: Policy, calendar: WorkCalendar): NudgeVerdict {
  const { ended, dueAt, pausedUntil, lastAt } = about
  if (ended || dueAt === null) return { allowed: false, why: 'not-late', from: null }
  const lateFrom = pausedUntil !== null && pausedUntil > dueAt ? pausedUntil : dueAt
  const again = lastAt === null ? null : nextNudgeAt(lastAt, policy, calendar)
  const from = again !== null && again > lateFrom ? again : lateFrom
  if (now <= dueAt || (pausedUntil !== null && now < pausedUntil))
    return { allowed: false, why: 'not-late', from }
  return again !== null && now < again ? { allowed: false, why: 'nudged-recently', from } : { allowed: true }
}

/** Whether the next nudge goes to somebody beside the recruiter, after `earlier` ones about the same stage. */
export function nudgeEscalates(earlier: number, { nudges }: Policy): boolean {
  return earlier + 1 >= nudges.escalateAt
}

/** The line under 催一下, or null when the button says all there is to say. */
export function nudgeHint({ allowed, from, count, lastAt }: NudgeView, policy: Policy): string | null {
  if (allowed) return nudgeEscalates(count, policy) ? '这一次会同时告诉用人经理或另一位招聘同事' : null
  if (from === null) return null
  const moment = `${dayWords(from)} ${clockWords(from)}`
  // A nudge about an earlier stage has been answered: it is no news here.
  return lastAt !== null && count > 0 ? `已催过，${moment} 后可再催` : `${moment} 后还没有答复，就可以催一下`
}
