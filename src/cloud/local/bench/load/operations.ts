import type { CallName } from '@/contract/calls'
import { idOf } from '../ground/ids'
import { ownToken, POPULATION, posterOf } from '../ground/population'
import { apiSender, httpSender } from '../ground/senders'

/** Who asks what; persons are numbered, null is somebody without a session. */
export type Asking = { person: number | null; input: object }

/** A call as the clients of a round make it, each with sessions of its own. */
export type Operation = {
  call: CallName
  /** Where its calls leave a row each; a read leaves none. */
  leaves?: 'invitation' | 'touch'
  /** What one client asks, one after the other. Clients are numbered from 0. */
  client(number: number): () => Asking
}

let visitors = 0

/**
 * A new number every time, none of them below `first`; another sender's session whenever the daily limit of one is used
 * up. With words of the sender's own, or without.
 */
function sendInvitations(sender: () => () => number, first: number, line: string | null): Operation {
  let sent = first
  return {
    call: 'invitation.send',
    leaves: 'invitation',
    client() {
      const next = sender()
      return () => ({ person: next(), input: invitation(sent++, line) })
    },
  }
}

/** A poster in the street: a stranger each time. */
const openPoster: Operation = {
  call: 'share.open',
  leaves: 'touch',
  client(number) {
    const token = ownToken(posterOf(number + 1))
    return () => ({
      person: null,
      input: { token, visitor: `bench-visitor-${String(++visitors).padStart(10, '0')}`, scene: 1047 },
    })
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

const THE_REST = [openPoster, readTimeline, readList] as const

/** As they are asked through HTTP. */
export const OPERATIONS = [
  sendInvitations(httpSender, 0, '一起做过两个项目，代码写得稳'),
  ...THE_REST,
] as const

/** As the function is asked, of other numbers by other senders. Words would have to be checked by WeChat, which is not here. */
export const API_OPERATIONS = [sendInvitations(apiSender, 50_000_000, null), ...THE_REST] as const

function invitation(number: number, line: string | null): object {
  return {
    requestId: `bench-${String(number).padStart(10, '0')}`,
    phone: `139 ${String(10_000_000 + number)}`,
    jobId: idOf('job', (number % POPULATION.jobs) + 1),
    relation: 'former-colleague',
    line,
    consent: true,
  }
}
