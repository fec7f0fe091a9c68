import type { Handed } from '../doors/handed'

/** No door takes longer; with the length of a run it stays well under the lease. */
export const HAND_LIMIT_MS = 20_000

/**
 * What a door made of it. A door that breaks its word and throws, or that does not come back, may have handed the message
 * over.
 */
export async function handed(giving: () => Promise<Handed>): Promise<Handed> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<Handed>((resolve) => {
    timer = setTimeout(() => resolve({ outcome: 'unconfirmed', reason: 'timeout' }), HAND_LIMIT_MS)
  })
  try {
    return await Promise.race([giving(), limit])
  } catch (error) {
    return { outcome: 'unconfirmed', reason: error instanceof Error ? error.name : 'unknown' }
  } finally {
    clearTimeout(timer)
  }
}
