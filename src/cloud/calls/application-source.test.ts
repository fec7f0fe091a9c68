import sql from 'sql-template-tag'
import { addDays } from '@/domain/shanghai'
import { MONDAY, requestId, type Colleague, type Company, type Somebody } from '@/testing/company'
import { openReferredCompany, type ReferredCompany } from '@/testing/referred-company'

let company: Company
let by: ReferredCompany['by']
let lin: Colleague
let wang: Colleague
let chen: Colleague
let jobId: string
let otherJobId: string
let candidate: Somebody

beforeAll(async () => {
  ;({ company, by, lin, wang, chen, jobId } = await openReferredCompany())
  otherJobId = await company.job({ recruiter: wang })
})
afterAll(() => company.close())
beforeEach(async () => {
  company.at(MONDAY)
  candidate = await company.person()
})

const later = (days: number) => company.at(addDays(MONDAY, days))

it('credits the share that was applied through, and keeps both', async () => {
  const poster = await by.share(wang, 'poster', jobId)
  await by.touches(candidate, poster.token)
  later(1)
  const id = await by.applies(candidate, jobId, { token: poster.token })
  expect(await by.source(id)).toMatchObject({
    ...{ referrerId: wang.id, ownerId: wang.id, shareId: poster.id, throughShareId: poster.id },
    credit: { rule: 'applied-through', channel: 'poster', at: MONDAY.toISOString(), others: [] },
    protectedUntil: addDays(MONDAY, 181),
  })
})

it('credits an accepted invitation before the share applied through, for whatever job it was', async () => {
  const card = await by.share(wang, 'card')
  await by.touches(candidate, card.token)
  const invitationId = await by.invited(lin, candidate, otherJobId)
  const id = await by.applies(candidate, jobId, { token: card.token })
  expect(await by.source(id)).toMatchObject({
    ...{ referrerId: lin.id, throughShareId: card.id },
    credit: {
      ...{ rule: 'accepted-first', invitationId },
      others: [{ referrerId: wang.id, shareId: card.id, passedOver: 'lower-rule' }],
    },
  })
})

it('credits the first touch inside the window to somebody who came on their own', async () => {
  const first = await by.share(lin, 'link')
  const second = await by.share(wang, 'link')
  await by.touches(candidate, first.token)
  later(1)
  await by.touches(candidate, second.token)
  later(2)
  const id = await by.applies(candidate, jobId)
  expect(await by.source(id)).toMatchObject({
    ...{ referrerId: lin.id, shareId: first.id, throughShareId: null },
    credit: { rule: 'first-touch', at: MONDAY.toISOString() },
  })
})

it.each([
  ['declined', false],
  ['declined and erased', true],
])('credits nobody for an invitation that was %s, whatever was opened', async (_how, erase) => {
  const id = await by.invite(lin, candidate, jobId)
  const { token } = await company.must(lin, 'invitation.get', { id })
  await by.touches(candidate, token)
  await company.must(candidate, 'invitation.decline', { requestId: requestId(), token, erase })
  expect(await by.source(await by.applies(candidate, jobId))).toMatchObject({
    credit: { rule: 'nobody', referrerId: null },
  })
})

it('lets a touch go after 90 days, and says so', async () => {
  const link = await by.share(lin, 'link')
  await by.touches(candidate, link.token)
  later(91)
  const id = await by.applies(candidate, jobId)
  expect(await by.source(id)).toMatchObject({
    credit: { rule: 'nobody', reason: 'outside-window', referrerId: null },
  })
})

it.each([
  ['unknown', async () => 'AAAAAAAAAAAAAAAAAAAAAA'],
  ['damaged', async () => 'x'],
  [
    'of an invitation, which is handled as one',
    async () => {
      const { token } = await company.must(wang, 'invitation.get', {
        id: await by.invite(wang, await company.person(), jobId),
      })
      return token
    },
  ],
  [
    'of a share that ended before it was opened',
    async () => {
      const { id, token } = await by.share(wang, 'poster', otherJobId)
      await company.must(wang, 'share.end', { requestId: 'end-poster-1', id })
      return token
    },
  ],
])('applies all the same through a token that is %s, and credits nobody by it', async (_what, tokenOf) => {
  const token = await tokenOf()
  const id = await by.applies(candidate, jobId, { token })
  expect(await by.source(id)).toMatchObject({ throughShareId: null, credit: { rule: 'nobody' } })
})

it('credits a share that ended after the candidate had opened it', async () => {
  const { id: shareId, token } = await by.share(lin, 'poster', otherJobId)
  await by.touches(candidate, token)
  later(1)
  await company.must(lin, 'share.end', { requestId: 'end-poster-2', id: shareId })
  const id = await by.applies(candidate, jobId, { token })
  expect(await by.source(id)).toMatchObject({ shareId, credit: { rule: 'applied-through' } })
})

it('passes over who may not be credited, to the next', async () => {
  const posterOfRecruiter = await by.share(chen, 'poster')
  const own = await by.share(wang, 'poster')
  await by.touches(candidate, own.token)
  const id = await by.applies(candidate, jobId, { token: posterOfRecruiter.token })
  expect(await by.source(id)).toMatchObject({
    ...{ referrerId: wang.id, throughShareId: posterOfRecruiter.id },
    credit: { rule: 'first-touch', others: [{ referrerId: chen.id, passedOver: 'own-job' }] },
  })
})

it('never credits a candidate for a share of their own', async () => {
  const both = await company.colleague({ name: '何帆' })
  const { token } = await by.share(both, 'link')
  await by.touches(both, token)
  const id = await by.applies(both, jobId, { token })
  expect(await by.source(id)).toMatchObject({ credit: { rule: 'nobody', reason: 'self' } })
})

describe('protection', () => {
  it('keeps owner and date for the next application, whoever invites meanwhile', async () => {
    await by.invited(lin, candidate, jobId)
    const first = await by.applies(candidate, jobId)
    await by.withdraws(candidate, first)
    const poster = await by.share(wang, 'poster')
    later(30)
    const second = await by.applies(candidate, otherJobId, { token: poster.token })
    expect(await by.source(second)).toMatchObject({
      ...{ referrerId: lin.id, ownerId: lin.id, protectedUntil: addDays(MONDAY, 180) },
      credit: { rule: 'protected', protectedUntil: addDays(MONDAY, 180).toISOString() },
    })
  })

  it('follows what was decided since: the next application is the new owner’s, and no share of the old', async () => {
    await by.invited(lin, candidate, jobId)
    const first = await by.applies(candidate, jobId)
    const owner = {
      kind: 'employee' as const,
      employeeId: (await company.colleague({ name: '赵敏' })).employeeId,
    }
    await company.must(chen, 'application.ruleSource', by.ruling(first, owner))
    const second = await by.applies(candidate, otherJobId)
    const { ownerId } = await by.source(first)
    expect(await by.source(second)).toMatchObject({
      ...{ referrerId: ownerId, ownerId, shareId: null },
      credit: { rule: 'protected', invitationId: null },
    })
  })

  it('ends 180 days after the application, once the process has ended', async () => {
    await by.invited(lin, candidate, jobId)
    await by.withdraws(candidate, await by.applies(candidate, jobId))
    const link = await by.share(wang, 'link')
    later(180)
    const id = await by.applies(candidate, jobId, { token: link.token })
    expect(await by.source(id)).toMatchObject({ referrerId: wang.id, credit: { rule: 'applied-through' } })
  })

  it('gives the next application to the next in order when its owner has left', async () => {
    const leaver = await company.colleague({ name: '何帆' })
    await by.invited(leaver, candidate, jobId)
    await by.withdraws(candidate, await by.applies(candidate, jobId))
    await company.service.db.rows(sql`update employee set active = false where id = ${leaver.employeeId}`)
    const link = await by.share(wang, 'link')
    const id = await by.applies(candidate, jobId, { token: link.token })
    expect(await by.source(id)).toMatchObject({
      referrerId: wang.id,
      credit: { others: [{ referrerId: leaver.id, by: 'protection', passedOver: 'left' }] },
    })
  })
})

it('does not change with what happens after the application', async () => {
  const id = await by.applies(candidate, jobId)
  const before = await by.source(id)
  await by.touches(candidate, (await by.share(lin, 'link')).token)
  expect(await by.source(id)).toEqual(before)
  await expect(
    company.service.db.rows(
      sql`update application set through_share_id = share_id, credit = '{}' where id = ${id}`,
    ),
  ).rejects.toThrow('frozen')
})

it('shows the words of the invitation applied through, when they are the credited colleague’s', async () => {
  const first = await by.invited(lin, candidate, null)
  later(1)
  const second = await by.invited(lin, candidate, jobId)
  await company.service.db.rows(sql`update invitation set line = '为这个职位写的' where id = ${second}`)
  const id = await by.applies(candidate, jobId, { invitationId: second })
  expect((await by.source(id)).credit).toMatchObject({ invitationId: first })
  expect(await company.must(lin, 'progress.get', { as: 'referrer', id })).toMatchObject({
    line: '为这个职位写的',
  })
})

it('costs two statements', async () => {
  const before = company.service.db.statements
  await by.applies(candidate, jobId)
  expect(company.service.db.statements - before).toBe(2)
})
