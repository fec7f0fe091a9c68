import { POLICY } from '@/domain/policy'
import { firstSender, POPULATION } from './population'

/** A third each: those who share senders would use up one another's daily limit. */
export const SENDERS_EACH = Math.floor(POPULATION.senders / 3)
export const FIRST_PGBENCH_SENDER = firstSender(POPULATION) + SENDERS_EACH
export const FIRST_API_SENDER = FIRST_PGBENCH_SENDER + SENDERS_EACH

/**
 * Persons to type numbers, none more often than the daily limit lets them. Gives every client a source of its own: who
 * types the next number.
 */
export function createSenders(first: number, count: number): () => () => number {
  let used = 0
  return () => {
    let sender = 0
    let left = 0
    return () => {
      if (left === 0) {
        if (used === count) throw new Error('More senders are needed for a machine this fast')
        sender = first + used++
        left = POLICY.numbersADay
      }
      left--
      return sender
    }
  }
}

/** The senders of the HTTP face, for all parts of a run. */
export const httpSender = createSenders(firstSender(POPULATION), SENDERS_EACH)

/** Those who call the function. */
export const apiSender = createSenders(FIRST_API_SENDER, SENDERS_EACH)
