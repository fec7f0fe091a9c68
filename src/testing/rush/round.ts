import { addDays } from '@/domain/shanghai'
import { MONDAY, requestId, type Somebody } from '../company'
import { freshVisitor } from '../opening'
import type { Asked, Span } from './ask'
import type { Ground } from './ground'
import { invitedByAll, type Sent } from './invited'
import { moveAsSoonAsSeen, transferAsSoonAsSeen } from './recruiting'

/** What of a round is over before the candidate applies; everything else happens at the same moment. */
export type Shape = {
  about: string
  accepts: number
  acceptsBefore?: boolean
  doorsBefore?: boolean
  /** Applies through the first door, which is therefore open before. */
  through?: boolean
}

export type Opened = Span & { token: string; visitor: string; now: Date }
export type Accepted = Span & { invitationId: string }

/** All that was asked in a round, with when. */
export type Round = {
  candidate: Somebody
  name: string
  sent: Sent[]
  /** Keyed hashes of the candidate's browsers. */
  visitors: string[]
  opened: Opened[]
  accepted: Accepted[]
  through: string | null
  applied: Asked<'application.submit'>[]
  transferred: Asked<'application.transfer'>
}

/**
 * Everybody invites one number at once. Then its candidate accepts some, opens five doors and applies twice, while one
 * recruiter moves them to another job and another one to the next stage. Each round is a day of its own.
 */
export async function playRound(ground: Ground, number: number, shape: Shape): Promise<Round> {
  const { company, random, asking, jobs, ask } = ground
  asking.at(addDays(MONDAY, number))
  const candidate = await company.person()
  const name = `候选人${number}`
  const sent = await invitedByAll(ground, candidate.phone, number % 2 === 0 ? jobs.first : null)

  const [any, ...chosen] = random.shuffle(sent)
  const doors = any ? [...ground.doors, { token: any.token, channel: 'invite' as const }] : []
  const marks = [freshVisitor(), freshVisitor()]
  const opened = async (token: string): Promise<Opened[]> => {
    const mark = random.pick(marks)
    const visitor = company.service.secrets.visitorHash('web', mark)
    // A double tap, in one browser: it knows who they are, or does not yet.
    const taps = [1, 2].map(async () => {
      const who = random.chance(0.5) ? candidate : null
      const { began, ended, now, reply } = await ask.candidate(who, 'share.open', { token, visitor: mark })
      if (!reply.ok) throw new Error(`share.open answered ${reply.code}`)
      return { began, ended, now, token, visitor }
    })
    return Promise.all(taps)
  }
  const accepted = async ({ id }: Sent): Promise<Accepted> => {
    const { began, ended, reply } = await ask.candidate(candidate, 'invitation.accept', {
      requestId: requestId(),
      id,
    })
    if (!reply.ok) throw new Error(`invitation.accept answered ${reply.code}`)
    return { began, ended, invitationId: id }
  }
  const openAll = (tokens: string[]) => Promise.all(tokens.map(opened)).then((all) => all.flat())
  const acceptAll = () => Promise.all(chosen.slice(0, shape.accepts).map(accepted))

  const tokens = random.shuffle(doors).map(({ token }) => token)
  const through = shape.through ? (tokens.find((token) => token !== any?.token) ?? null) : null
  const before = shape.doorsBefore ? tokens : through === null ? [] : [through]
  const openedBefore = await openAll(before)
  const acceptedBefore = shape.acceptsBefore ? await acceptAll() : []
  const [openedBeside, acceptedBeside, applied, transferred] = await Promise.all([
    openAll(tokens.filter((token) => !before.includes(token))),
    shape.acceptsBefore ? [] : acceptAll(),
    Promise.all([1, 2].map(() => apply(ground, candidate, { name, through }))),
    transferAsSoonAsSeen(ground, name),
    random.chance(0.5) ? moveAsSoonAsSeen(ground, name) : null,
  ])
  return {
    ...{ candidate, name, sent, through, applied, transferred },
    visitors: marks.map((mark) => company.service.secrets.visitorHash('web', mark)),
    opened: [...openedBefore, ...openedBeside],
    accepted: [...acceptedBefore, ...acceptedBeside],
  }
}

/** Asks again with the same request id where the reply says so, as a client does. */
async function apply(
  { ask, jobs }: Ground,
  candidate: Somebody,
  { name, through }: { name: string; through: string | null },
): Promise<Asked<'application.submit'>> {
  const input = {
    ...{ requestId: requestId(), jobId: jobs.first, invitationId: null, token: through },
    ...{ name, note: null, fileId: null },
  }
  const first = await ask.candidate(candidate, 'application.submit', input)
  let last = first
  while (!last.reply.ok && last.reply.code === 'unavailable') {
    last = await ask.candidate(candidate, 'application.submit', input)
  }
  return { ...last, began: first.began }
}
