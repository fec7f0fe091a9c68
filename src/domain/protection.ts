import type { Policy } from './policy'
import { addDays } from './shanghai'

/**
 * Until when the owner of an application stays its owner at the least: so many days from the application on, and
 * longer while the process is active. product.md, "Who owns the referral", clause 4.
 */
export function protectedUntil(appliedAt: Date, policy: Policy): Date {
  return addDays(appliedAt, policy.protectionDays)
}

export function isProtected(application: { endedAt: Date | null; protectedUntil: Date }, now: Date): boolean {
  return application.endedAt === null || now < application.protectedUntil
}
