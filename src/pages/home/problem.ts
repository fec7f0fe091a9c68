import type { ErrorCode } from '@/contract/errors'
import { wordsFor } from '@/contract/words'
import type { Failure } from '@/services/cloud'

/** What is wrong, told beside its cause. */
export type Problem = { at: 'phone' | 'job' | 'line' | 'form'; words: string }

const CAUSES: Partial<Record<ErrorCode, Problem['at']>> = {
  'phone-invalid': 'phone',
  'self-referral': 'phone',
  'candidate-protected': 'phone',
  'rate-limited': 'phone',
  'job-closed': 'job',
  'not-found': 'job',
  'text-refused': 'line',
}

export function problemOf(failure: Failure): Problem {
  return { at: CAUSES[failure.code] ?? 'form', words: wordsFor(failure.code, failure) }
}
