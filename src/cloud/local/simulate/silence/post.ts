import { disturbAt, type Quiet } from '@/domain/notices/quiet'
import { POLICY } from '@/domain/policy'
import { shanghaiMinutes } from '@/domain/shanghai'
import type { Handed } from '../../../doors/handed'

export type Road = 'sms' | 'wecom' | 'email' | 'subscribe'
export type Parcel = { road: Road; id: string; to: string }

/** All but WeChat know the id of what they have had: handed over again, it is acknowledged and not shown again. */
const ACKNOWLEDGES: Record<Road, boolean> = { sms: true, wecom: true, email: true, subscribe: false }

/** How a parcel fares, whichever road it takes and however often it is tried. One in twenty fails. */
type Fate = 'fine' | 'busy' | 'away' | 'refused' | 'doubtful'

const OUTCOMES: Record<Exclude<Fate, 'fine'>, Handed> = {
  busy: { outcome: 'later', reason: 'busy' },
  away: { outcome: 'later', reason: 'away' },
  // A word WeChat does not allow: the only refusal of its that does not close the road for everybody.
  refused: { outcome: 'refused', reason: '45168' },
  doubtful: { outcome: 'unconfirmed', reason: 'timeout' },
}

/** The world behind the doors: takes what it is given, fails as often as asked, and remembers everything. */
export type Post = {
  /** When it is, in the simulation. */
  now: Date
  give(parcel: Parcel): Handed
  /** Whose account it is, by address, and when they want to be left alone. */
  quietOf: Map<string, Quiet>
  /** Whatever was shown to somebody. */
  arrived: Set<string>
  /** How often somebody saw a parcel on a road that acknowledges, and how many were shown on each road. */
  seen: Map<string, number>
  shown: Record<Road, number>
  /** Parcels that can never be delivered, as far as the world knows. */
  failing: Set<string>
  /** When a number got a text, or may have. */
  texts: Map<string, number[]>
  disturbed: number
}

/** `failures`: the share of parcels that do not simply arrive. */
export function createPost(failures: number): Post {
  const tries = new Map<string, number>()
  const had = new Set<string>()
  const post: Post = {
    now: new Date(0),
    quietOf: new Map(),
    arrived: new Set(),
    seen: new Map(),
    shown: { sms: 0, wecom: 0, email: 0, subscribe: 0 },
    failing: new Set(),
    texts: new Map(),
    disturbed: 0,
    give({ road, id, to }) {
      if (isQuiet(post, road, to)) post.disturbed++
      const tried = (tries.get(id) ?? 0) + 1
      tries.set(id, tried)
      const fate = fateOf(id, failures)
      const arrives = fate === 'fine' || (fate === 'busy' && tried > 2) || (fate === 'doubtful' && tried > 1)
      if (arrives || fate === 'doubtful') {
        // What may have arrived has, here: the harder case for whoever must not send it twice.
        show(post, { road, id, to }, had)
      }
      if (arrives) {
        post.failing.delete(id)
        return { outcome: 'sent' }
      }
      if (
        fate === 'away' ||
        (fate === 'refused' && road !== 'subscribe') ||
        (fate === 'doubtful' && road === 'sms')
      )
        post.failing.add(id)
      return OUTCOMES[fate as Exclude<Fate, 'fine'>]
    },
  }
  return post
}

function show(post: Post, { road, id, to }: Parcel, had: Set<string>): void {
  post.arrived.add(id)
  if (ACKNOWLEDGES[road]) {
    if (had.has(`${road} ${id}`)) return
    had.add(`${road} ${id}`)
    post.seen.set(id, (post.seen.get(id) ?? 0) + 1)
  }
  post.shown[road]++
  if (road === 'sms') post.texts.set(to, [...(post.texts.get(to) ?? []), post.now.getTime()])
}

function isQuiet({ now, quietOf }: Post, road: Road, to: string): boolean {
  if (road === 'sms') {
    const minutes = shanghaiMinutes(now)
    return minutes < POLICY.texts.fromHour * 60 || minutes >= POLICY.texts.toHour * 60
  }
  const quiet = quietOf.get(to) ?? { from: POLICY.quiet.fromHour * 60, to: POLICY.quiet.toHour * 60 }
  return disturbAt(now, quiet) > now
}

/** Always the same for one id: a run can be made again. */
function fateOf(id: string, failures: number): Fate {
  const share = Number.parseInt(id.replaceAll('-', '').slice(-8), 16) / 2 ** 32 / failures
  if (share >= 1) return 'fine'
  return (['busy', 'busy', 'away', 'refused', 'doubtful'] as const)[Math.floor(share * 5)] ?? 'fine'
}

/** The most that one number got within so many days. */
export function mostWithin(times: Iterable<readonly number[]>, days: number): number {
  let most = 0
  for (const list of times) {
    for (let first = 0, last = 0; last < list.length; last++) {
      while ((list[last] ?? 0) - (list[first] ?? 0) >= days * 86_400_000) first++
      most = Math.max(most, last - first + 1)
    }
  }
  return most
}
