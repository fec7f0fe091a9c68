import type { Timeline } from '@/contract/calls/progress'
import { nudgeEscalates, nudgeHint } from '@/domain/nudge'
import { POLICY } from '@/domain/policy'

export type Nudge = NonNullable<Timeline['nudge']>

const RECRUITER = '招聘同事'

/** Whether the button does something now. What was too early when it was loaded is not for ever. */
export function mayNudgeNow({ allowed, from }: Nudge, now: Date): boolean {
  return allowed || (from !== null && now > new Date(from))
}

/** The line under 催一下: what it will do, or from when on it may be done. Null: there is nothing to nudge about. */
export function nudgeWords(nudge: Nudge, handler: string | null, now: Date): string | null {
  if (mayNudgeNow(nudge, now)) {
    return nudgeEscalates(nudge.count, POLICY)
      ? `会再提醒${handler ?? RECRUITER}，同时告诉用人经理或另一位招聘同事`
      : `会提醒${handler ?? RECRUITER}尽快答复，并把这条推荐排到最前面`
  }
  const { from, lastAt, ...rest } = nudge
  const dates = {
    from: from === null ? null : new Date(from),
    lastAt: lastAt === null ? null : new Date(lastAt),
  }
  return nudgeHint({ ...rest, ...dates }, POLICY)
}

/** What became of those so far; null while there are none. */
export function nudgedWords(nudges: Timeline['nudges'], handler: string | null): string | null {
  if (nudges.length === 0) return null
  const times = nudges.length > 1 ? `你催了 ${nudges.length} 次` : '你催了一次'
  return nudges.some(({ escalated }) => escalated)
    ? `${times}，也请了另一位同事来推动`
    : `${times}，${handler ?? RECRUITER}已经收到提醒`
}

/** Asked before it is done: it cannot be taken back. */
export function nudgeQuestion(nudge: Nudge, handler: string | null, now: Date) {
  return {
    title: `催一下${handler ?? RECRUITER}？`,
    body: `${nudgeWords(nudge, handler, now) ?? ''}。每 ${POLICY.nudges.everyWorkDays} 个工作日可以催一次，催过不能撤回。`,
    yes: '催一下',
    no: '再等等',
  }
}
