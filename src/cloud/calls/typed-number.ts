import { AppError } from '@/contract/errors'
import { POLICY } from '@/domain/policy'
import { atHour } from '@/domain/shanghai'
import type { Context } from '../context'
import { mayRefer, type Caller } from '../store/caller'
import type { NumberFacts } from '../store/typed-number'

/** Who may refer nobody, or not this number: product.md, "Who owns the referral", clause 5. */
export function refuseReferrer({ employee, phoneHash }: Caller, typedHash: string): void {
  if (employee && !mayRefer(employee)) throw new AppError('intern-may-not-refer')
  if (typedHash === phoneHash) throw new AppError('self-referral')
}

/** Another number on a day that is full: goes on at midnight in Shanghai (clause 6). */
export function refuseFullDay({ typedToday, typedBefore }: NumberFacts, { now }: Context): void {
  if (typedBefore || typedToday < POLICY.numbersADay) return
  const retryAfter = Math.ceil((atHour(now, 0, 1).getTime() - now.getTime()) / 1000)
  throw new AppError('rate-limited', 'Too many numbers today', { retryAfter })
}
