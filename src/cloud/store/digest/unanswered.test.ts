import {
  MONDAY,
  openCompany,
  requestId,
  send,
  type Colleague,
  type Company,
  type Somebody,
} from '@/testing/company'
import { digesting, later, nine } from '@/testing/digesting'
import { applicationFor, referring } from '@/testing/referring'
import { nextInvitationWordAt } from '@/domain/notices/next-word'
import { POLICY } from '@/domain/policy'
import { addDays } from '@/domain/shanghai'
import { expireInvitations } from '../upkeep'

let company: Company
let digests: ReturnType<typeof digesting>
let referrer: Colleague
let candidate: Somebody
let recruiter: Colleague
let jobId: string

beforeAll(async () => {
  company = await openCompany()
  digests = digesting(company)
})
afterAll(() => company.close())
beforeEach(async () => {
  ;({ recruiter, referrer, candidate, jobId } = await digests.begin())
})

describe('an invitation nobody answers', () => {
  const invited = async () =>
    (await company.must(referrer, 'invitation.send', send(candidate.phone, jobId))).invitation.id

  it('is a note to its referrer on the fourth and the tenth day, then every week, until it ends', async () => {
    const id = await invited()
    for (let day = 0; day <= 31; day++) {
      await expireInvitations(company.service.db, later(nine(day), 61), 100)
      await digests.tell(later(nine(day), 61))
    }
    const got = await digests.got(referrer)
    expect(got.map(({ at, lines }) => [at, lines[0]?.kind])).toEqual([
      ...[4, 10, 16, 22, 28].map((day) => [later(nine(day), 61), 'unanswered']),
      [later(nine(31), 61), 'invitation-expired'],
    ])
    expect(got[0]?.lines).toMatchObject([{ seat: 'referrer', id, stage: 'waiting' }])
    expect(got[5]?.lines).toMatchObject([{ seat: 'referrer', id, stage: 'expired' }])
    expect(await digests.wordAt(id)).toBeNull()
  })

  it.each<[string, { general?: true; elsewhere?: true; moved?: true; before?: true }, string[][]]>([
    ['for its job', {}, []],
    ['for some job, after a general one', { general: true }, []],
    ['for its job, and was moved on to another', { moved: true }, []],
    ['for another job', { elsewhere: true }, [['unanswered as referrer']]],
    ['before they accepted it', { before: true }, [['unanswered as referrer']]],
  ])('that was accepted, by somebody who applied through another one: %s', async (_what, how, told) => {
    const invites = async (by: Colleague, job: string | null) =>
      (await company.must(by, 'invitation.send', send(candidate.phone, job))).invitation.id
    const accepts = (id: string) =>
      company.must(candidate, 'invitation.accept', { requestId: requestId(), id })
    const other = await company.job({ recruiter })
    const credited = await invites(await company.colleague(), null)
    const id = await invites(referrer, how.general ? null : jobId)
    await accepts(credited)
    company.at(later(MONDAY, 1))
    if (!how.before) await accepts(id)
    company.at(later(MONDAY, 2))
    const { applicationId } = await company.must(
      candidate,
      'application.submit',
      applicationFor(how.elsewhere ? other : jobId),
    )
    company.at(later(MONDAY, 3))
    if (how.before) await accepts(id)
    if (how.moved)
      await company.must(
        recruiter,
        'application.transfer',
        referring(company).transfer(applicationId, 1, other),
      )
    await digests.tell(nine(4))
    expect(await digests.kinds(referrer)).toEqual(told)
    expect(await digests.wordAt(id)).toEqual(nine(10))
  })

  it('is never told to somebody who left, nor its end', async () => {
    const id = await invited()
    await digests.leaves(referrer)
    await digests.tell(nine(4))
    expect(await digests.wordAt(id)).toEqual(nine(10))
    await expireInvitations(company.service.db, addDays(MONDAY, 30), 100)
    await digests.tell(nine(31))
    expect(await digests.got(referrer)).toEqual([])
    expect(await digests.wordAt(id)).toBeNull()
  })

  it('says nothing of the end of one that was declined', async () => {
    const id = await invited()
    await digests.invitation(id, { status: 'declined' })
    await expireInvitations(company.service.db, addDays(MONDAY, 30), 100)
    await digests.tell(nine(31))
    expect(await digests.got(referrer)).toEqual([])
  })

  it('agrees with the rule about the day of the next note, whenever it was sent', async () => {
    const sent = Array.from({ length: 60 }, (_, n) => new Date(nine(0).getTime() - n * 5.37 * 3_600_000))
    const ids: string[] = []
    for (const [n, moment] of sent.entries()) {
      // Nobody may type more than thirty numbers a day.
      if (n % 30 === 0) referrer = await company.colleague()
      candidate = await company.person()
      const id = await invited()
      await digests.invitation(id, { sent_at: moment, word_at: nine(0) })
      ids.push(id)
    }
    await digests.tell(later(nine(0), 7))
    const expected = sent.map((moment) => nextInvitationWordAt(moment, later(nine(0), 7), POLICY))
    expect(await Promise.all(ids.map(digests.wordAt))).toEqual(expected)
  })
})
