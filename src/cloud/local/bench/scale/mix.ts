import type { Random } from '../../demo/random'
import { idOf } from '../ground/ids'
import { firstSender, OWN_CHANNELS, ownToken, type Population } from '../ground/population'
import { createSenders } from '../ground/senders'
import type { Asking } from '../load/operations'

export const MEASURED = ['share.open', 'invitation.send', 'progress.list'] as const
export type Measured = (typeof MEASURED)[number]

/** How often one comes among the others, of ten. */
const SHARES: Record<Measured, number> = { 'share.open': 6, 'invitation.send': 2, 'progress.list': 2 }
/** Of those who open a share: colleagues, whom their session names. */
const LOGGED_IN = 0.25

export type Mix = (call: Measured) => Asking

/** What people of a company of this size ask: anybody, for anything there is. */
export function createMix(population: Population, random: Random): Mix {
  const { readers, jobs, senders } = population
  const sender = createSenders(firstSender(population), senders)()
  const any = (count: number) => 1 + Math.floor(random.next() * count)
  let made = 0
  const asked: Record<Measured, () => Asking> = {
    'share.open': () => ({
      person: random.chance(LOGGED_IN) ? any(readers) : null,
      input: {
        token: ownToken(any(readers * OWN_CHANNELS.length)),
        visitor: `scale-visitor-${++made}`.padEnd(24, '-'),
      },
    }),
    'invitation.send': () => ({
      person: sender(),
      input: {
        requestId: `scale-${String(++made).padStart(10, '0')}`,
        phone: `139${String(made).padStart(8, '0')}`,
        jobId: idOf('job', any(jobs)),
        ...{ relation: 'former-colleague', line: '一起做过两个项目，代码写得稳', consent: true },
      },
    }),
    'progress.list': () => ({ person: any(readers), input: { as: 'referrer' } }),
  }
  return (call) => asked[call]()
}

/** So many calls in the proportions of a day, well shuffled. */
export function shuffledCalls(count: number, random: Random): Measured[] {
  const total = Object.values(SHARES).reduce((sum, share) => sum + share, 0)
  return random.shuffle(
    MEASURED.flatMap((call) => Array.from({ length: (count * SHARES[call]) / total }, () => call)),
  )
}
