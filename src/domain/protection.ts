import type { Policy } from './policy'
import { addDays, dayWords, shanghaiDay } from './shanghai'

/** What decides how long the owner of an application stays its owner. Ended: the process is over, however. */
export type ProtectedApplication = { endedAt: Date | null; protectedUntil: Date }

/**
 * Until when the owner of an application stays its owner at the least: so many days from the application on, and
 * longer while the process is active. product.md, "Who owns the referral", clause 4.
 */
export function protectedUntil(appliedAt: Date, policy: Policy): Date {
  return addDays(appliedAt, policy.protectionDays)
}

/** Both ends are outside: at `protectedUntil` itself, or at the moment of a later end, it is over. */
export function isProtected({ endedAt, protectedUntil }: ProtectedApplication, now: Date): boolean {
  return endedAt === null || now < endedAt || now < protectedUntil
}

/** Calendar days in Shanghai from today to the last day of the protection: 0 on that day, and when it is over. */
export function daysLeft(protectedUntil: Date, now: Date): number {
  const days = (shanghaiDay(protectedUntil).startsAt - shanghaiDay(now).startsAt) / 86_400_000
  return Math.max(0, days)
}

/** For both sides: 「保护期至 5 月 2 日，还剩 159 天」「保护期已于 5 月 2 日结束」. */
export function protectionWords(application: ProtectedApplication, now: Date): string {
  const { endedAt, protectedUntil } = application
  if (!isProtected(application, now)) {
    const over = endedAt !== null && endedAt > protectedUntil ? endedAt : protectedUntil
    return `保护期已于 ${dayWords(over)}结束`
  }
  if (now >= protectedUntil) return '保护期到流程结束为止'
  const days = daysLeft(protectedUntil, now)
  if (days > 0) return `保护期至 ${dayWords(protectedUntil)}，还剩 ${days} 天`
  return `保护期至 ${dayWords(protectedUntil)}，${endedAt === null ? '流程没结束会延长' : '今天结束'}`
}

/**
 * Who owns the referral when a recruiter picks the person from the pool again: the owner while still protected, and
 * under the policy `never` nobody. Whether that colleague may be credited for the new job is `ownerAfterTransfer`'s
 * to say. product.md, "Who owns the referral", clause 4.
 */
export function repickOwner(
  application: ProtectedApplication & { ownerId: string | null },
  now: Date,
  policy: Pick<Policy, 'repick'>,
): string | null {
  if (policy.repick === 'never') return null
  return isProtected(application, now) ? application.ownerId : null
}
