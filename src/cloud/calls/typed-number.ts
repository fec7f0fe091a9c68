import { AppError } from '@/contract/errors'
import { POLICY } from '@/domain/policy'
import type { Context } from '../context'
import { mayRefer, type Caller } from '../store/caller'
import type { NumberFacts } from '../store/typed-number'
import { fullDay } from './full-day'

/** Who may refer nobody, or not this number: product.md, "Who owns the referral", clause 5. */
export function refuseReferrer({ employee, phoneHash }: Caller, typedHash: string): void {
  if (employee && !mayRefer(employee)) throw new AppError('intern-may-not-refer')
  if (typedHash === phoneHash) throw new AppError('self-referral')
}

/** Another number on a day that is full (clause 6). */
export function refuseFullDay({ typedToday, typedBefore }: NumberFacts, { now }: Context): void {
  if (!typedBefore && typedToday >= POLICY.numbersADay) throw fullDay('numbers', now)
}
