import { AppError } from '@/contract/errors'
import { atHour } from '@/domain/shanghai'

/** The refusal of one more of what is counted by day: it goes on at midnight in Shanghai. */
export function fullDay(what: 'numbers' | 'shares', now: Date): AppError {
  const retryAfter = Math.ceil((atHour(now, 0, 1).getTime() - now.getTime()) / 1000)
  return new AppError('rate-limited', `Too many ${what} today`, { retryAfter })
}
