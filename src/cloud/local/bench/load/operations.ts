import type { CallName } from '@/contract/calls'
import { POLICY } from '@/domain/policy'
import { idOf } from '../ground/ids'
import { FIRST_SENDER, POPULATION } from '../ground/population'

/** Who asks what; persons are numbered. */
export type Asking = { person: number; input: object }

/** A call as the clients of a round make it, each with sessions of its own. */
export type Operation = {
  call: CallName
  /** What one client asks, one after the other. Clients are numbered from 0. */
  client(number: number): () => Asking
}

let sent = 0
let sendersUsed = 0

/** A new number every time; another sender's session whenever the daily limit of one is used up. */
const sendInvitations: Operation = {
  call: 'invitation.send',
  client() {
    let sender = 0
    let left = 0
    return () => {
      if (left === 0) {
        if (sendersUsed === POPULATION.senders)
          throw new Error('More senders are needed for a machine this fast')
        sender = FIRST_SENDER + sendersUsed++
        left = POLICY.numbersADay
      }
      left--
      return { person: sender, input: invitation(sent++) }
    }
  },
}

/** One of the reader's own referrals after the other. */
const readTimeline: Operation = {
  call: 'progress.get',
  client(number) {
    let asked = 0
    return () => {
      const application = number * POPULATION.applications + (asked++ % POPULATION.applications) + 1
      return { person: number + 1, input: { as: 'referrer', id: idOf('application', application) } }
    }
  },
}

const readList: Operation = {
  call: 'progress.list',
  client: (number) => () => ({ person: number + 1, input: { as: 'referrer' } }),
}

export const OPERATIONS = [sendInvitations, readTimeline, readList] as const

function invitation(number: number): object {
  return {
    requestId: `bench-${String(number).padStart(10, '0')}`,
    phone: `139 ${String(10_000_000 + number)}`,
    jobId: idOf('job', (number % POPULATION.jobs) + 1),
    relation: 'former-colleague',
    line: '一起做过两个项目，代码写得稳',
    consent: true,
  }
}
