import type { Channel } from '@/domain/share'
import type { OwnChannel } from '@/domain/own-share'
import { smsOff } from '@/cloud/doors/sms/off'
import { createRandom, type Random } from '@/cloud/local/demo/random'
import { openCompany, requestId, type Colleague, type Company } from '../company'
import { createAsking, type Ask, type Asking } from './ask'

/** Something with a token that a candidate can open. */
export type Door = { token: string; channel: Channel }

/** A company in which many do something about one candidate at the same time. */
export type Ground = {
  company: Company
  random: Random
  asking: Asking
  colleagues: readonly Colleague[]
  recruiters: readonly [Colleague, Colleague]
  /** The job that is applied for, and the one a recruiter moves the candidate to. */
  jobs: { first: string; other: string }
  /** One of each channel of a colleague's own. */
  doors: readonly Door[]
  ask: { colleague: Ask; candidate: Ask; recruiter: Ask }
}

const OWN_DOORS: readonly OwnChannel[] = ['poster', 'card', 'link', 'code']
const SEED = 20261124

export async function openGround({ colleagues: size }: { colleagues: number }): Promise<Ground> {
  const company = await openCompany({ sms: smsOff })
  const random = createRandom(SEED)
  const asking = createAsking(company, random)
  const colleagues = await Promise.all(
    Array.from({ length: size }, (_, index) => company.colleague({ name: `同事${index + 1}` })),
  )
  const recruiters = [
    await company.colleague({ role: 'recruiter', name: '陈思' }),
    await company.colleague({ role: 'recruiter', name: '何帆' }),
  ] as const
  // Behind those who have a door: one may not be credited for either job (product.md, clause 5).
  const [manager, otherManager] = colleagues.slice(OWN_DOORS.length)
  return {
    ...{ company, random, asking, colleagues, recruiters },
    jobs: {
      first: await company.job({ recruiter: recruiters[0], manager }),
      other: await company.job({ recruiter: recruiters[1], manager: otherManager }),
    },
    doors: await Promise.all(OWN_DOORS.map((channel, index) => ownDoor(company, channel, colleagues[index]))),
    ask: { colleague: asking.over(10), candidate: asking.over(8), recruiter: asking.over(4) },
  }
}

export async function closeGround({ asking, company }: Ground): Promise<void> {
  await asking.close()
  await company.close()
}

async function ownDoor(company: Company, channel: OwnChannel, referrer?: Colleague): Promise<Door> {
  if (!referrer) throw new Error('There are fewer colleagues than doors')
  const input = { requestId: requestId(), channel, jobId: null, name: null, title: null }
  const { share } = await company.must(referrer, 'share.create', input)
  return { token: share.token, channel }
}
