import type { OwnChannel } from '@/domain/own-share'
import { addDays, atHour } from '@/domain/shanghai'
import { DEMO_CANDIDATE } from './candidates'
import { DEMO_REFERRER, people } from './people'
import { createRandom, type Random } from './random'
import type { StoryReferral } from './story'

export type StoryTouch = {
  /** Stands for a browser or a WeChat identity. */
  visitor: string
  at: Date
  /** WeChat's scene value; null on the web. */
  scene: number | null
}

/** A share that a colleague made by themselves, and who came by it. */
export type StoryShare = {
  referrerKey: string
  channel: OwnChannel
  name: string | null
  title: string | null
  jobKey: string | null
  madeAt: Date
  touches: StoryTouch[]
  /** Visitors whose number is known: by their referral. */
  known: { visitor: string; referral: StoryReferral }[]
  /** Visitors who say that they bought it. */
  reports: { visitor: string; at: Date }[]
}

type Door = Omit<StoryShare, 'referrerKey' | 'madeAt' | 'touches' | 'known' | 'reports'> & {
  daysAgo: number
  visitors: number
  scenes: readonly (number | null)[]
}

/** Scanned, long-pressed, out of the album. */
const CODE_SCENES = [1047, 1047, 1048, 1049]
const CARD_SCENES = [1007, 1008]
const WEB = [null]

/** What people saw before they were invited: the only one that brought applications. */
const MOMENTS: Door = {
  ...{ channel: 'poster', name: '朋友圈', title: null, jobKey: null },
  ...{ daysAgo: 90, visitors: 46, scenes: CODE_SCENES },
}
const DOORS_OF_LIN_XIAO: readonly Door[] = [
  {
    ...{ channel: 'code', name: null, title: null, jobKey: null },
    ...{ daysAgo: 150, visitors: 9, scenes: WEB },
  },
  MOMENTS,
  {
    ...{ channel: 'poster', name: '校招群', title: null, jobKey: 'miniapp-engineer' },
    ...{ daysAgo: 21, visitors: 18, scenes: CODE_SCENES },
  },
  {
    ...{ channel: 'link', name: null, title: null, jobKey: 'senior-frontend' },
    ...{ daysAgo: 12, visitors: 7, scenes: WEB },
  },
  // Two people are too few to be told.
  {
    ...{ channel: 'card', name: null, title: '我们组在招前端，来一起把构建提速', jobKey: 'senior-frontend' },
    ...{ daysAgo: 5, visitors: 2, scenes: CARD_SCENES },
  },
]

/** A code that went round where it should not, for the recruiters' list. */
const SOLD: Door = {
  ...{ channel: 'code', name: null, title: null, jobKey: null },
  ...{ daysAgo: 16, visitors: 34, scenes: WEB },
}

const COMES_BACK = 0.2
const MINUTE_MS = 60_000
const MINUTES_BEFORE_PROOF = 5

/** The shares of 林晓 and one of a colleague, as they stand at `today`: the same every time. */
export function planShares(referrals: readonly StoryReferral[], today: Date, seed = 1): StoryShare[] {
  const random = createRandom(seed + 1_000)
  const shares = DOORS_OF_LIN_XIAO.map((door) => {
    const share = plan(door, DEMO_REFERRER, today, random)
    return door === MOMENTS ? withKnown(share, referrals) : share
  })
  return [...shares, sold(plan(SOLD, sellerIn(referrals), today, random), today)]
}

function plan(door: Door, referrerKey: string, today: Date, random: Random): StoryShare {
  const { channel, name, title, jobKey, daysAgo, visitors, scenes } = door
  // In the morning, so that everybody comes after it.
  const madeAt = atHour(addDays(today, -daysAgo), 8)
  const touches = Array.from({ length: visitors }, (_, index) => {
    const visitor = `${referrerKey} ${channel} ${name ?? ''} ${index}`
    const scene = random.pick(scenes)
    // Most come in the first days.
    const day = Math.floor(daysAgo * random.next() ** 2)
    const first = { visitor, at: momentOf(madeAt, day, random), scene }
    return random.chance(COMES_BACK) ? [first, { ...first, at: momentOf(madeAt, day + 2, random) }] : [first]
  })
  const happened = touches.flat().filter(({ at }) => at < today)
  return { referrerKey, channel, name, title, jobKey, madeAt, touches: happened, known: [], reports: [] }
}

/** Between 9 and 22 o'clock on that day. */
function momentOf(madeAt: Date, day: number, random: Random): Date {
  return new Date(atHour(madeAt, 9, day).getTime() + Math.floor(random.between(0, 13 * 60)) * MINUTE_MS)
}

/** Those of her referrals who came by the poster first, and applied with the number that she had invited. */
function withKnown(share: StoryShare, referrals: readonly StoryReferral[]): StoryShare {
  const known = referrals
    .filter(
      ({ referrerKey, candidateIndex, answeredAt, application }) =>
        referrerKey === share.referrerKey &&
        candidateIndex !== DEMO_CANDIDATE &&
        application !== null &&
        answeredAt !== null &&
        answeredAt > addDays(share.madeAt, 1),
    )
    .map((referral) => ({ visitor: `candidate ${referral.candidateIndex}`, referral }))
  const touches = known.map(({ visitor, referral }) => ({
    visitor,
    at: new Date((referral.answeredAt ?? referral.sentAt).getTime() - MINUTES_BEFORE_PROOF * MINUTE_MS),
    scene: 1047,
  }))
  return { ...share, touches: [...share.touches, ...touches], known }
}

function sold(share: StoryShare, today: Date): StoryShare {
  const buyers = share.touches.slice(0, 2)
  const reports = buyers.map(({ visitor, at }) => ({ visitor, at: new Date(at.getTime() + 2 * MINUTE_MS) }))
  return { ...share, reports: reports.filter(({ at }) => at < today) }
}

/** Somebody who has referred before and is still there. */
function sellerIn(referrals: readonly StoryReferral[]): string {
  const seller = people.find(
    ({ key, role, active, intern }) =>
      key !== DEMO_REFERRER &&
      role === 'employee' &&
      active &&
      !intern &&
      referrals.some(({ referrerKey }) => referrerKey === key),
  )
  if (!seller) throw new Error('Nobody but 林晓 has referred')
  return seller.key
}
