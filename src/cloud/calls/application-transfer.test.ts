import { addDays } from '@/domain/shanghai'
import { MONDAY, requestId, type Colleague, type Company, type Somebody } from '@/testing/company'
import { openReferredCompany, type ReferredCompany } from '@/testing/referred-company'
import { derivedOwner } from '@/testing/referring'

let company: Company
let by: ReferredCompany['by']
let lin: Colleague
let chen: Colleague
let jobId: string
let candidate: Somebody
let id: string

beforeAll(async () => {
  ;({ company, by, chen, jobId } = await openReferredCompany())
})
afterAll(() => company.close())
beforeEach(async () => {
  company.at(MONDAY)
  candidate = await company.person()
  // A new one each time: nobody runs into the limit of 30 numbers a day.
  lin = await company.colleague()
  await by.invited(lin, candidate, jobId)
  id = await by.applies(candidate, jobId)
})
afterEach(async () => expect((await by.source(id)).ownerId).toBe(await derivedOwner(company, id)))

describe('application.transfer', () => {
  it('moves to another job, keeps owner and date, and goes on from screening', async () => {
    const next = await company.job({
      recruiter: await company.colleague({ role: 'recruiter', name: '何帆' }),
    })
    await by.moves(chen, id, 1, 'screening')
    company.at(addDays(MONDAY, 1))
    const before = await by.source(id)
    expect(await company.must(chen, 'application.transfer', by.transfer(id, 2, next))).toEqual({
      stage: 'screening',
      version: 3,
    })
    expect(await by.source(id)).toEqual(before)
    const seen = await company.must(lin, 'progress.get', { as: 'referrer', id })
    expect(seen).toMatchObject({
      ...{ job: { id: next }, stage: 'screening', version: 3, owner: { name: '林晓' }, handler: '何帆' },
      ...{ protectedUntil: addDays(MONDAY, 180).toISOString() },
    })
    expect(seen.events.at(-1)).toMatchObject({
      from: 'screening',
      to: 'screening',
      text: 'TA 转到另一个职位',
    })
  })

  it('leaves the candidate one process: the former job is applied for as long as it goes on', async () => {
    await company.must(chen, 'application.transfer', by.transfer(id, 1, await company.job()))
    const again = {
      requestId: requestId(),
      jobId,
      invitationId: null,
      name: '周宁',
      note: null,
      fileId: null,
    }
    expect(await company.call(candidate, 'application.submit', again)).toMatchObject({
      code: 'already-applied',
    })
    await by.withdraws(candidate, id)
    expect(await company.call(candidate, 'application.submit', again)).toMatchObject({ ok: true })
  })

  it('takes it from an owner who recruits for the new job', async () => {
    const linRecruits = await company.job({ recruiter: lin })
    await company.must(chen, 'application.transfer', by.transfer(id, 1, linRecruits))
    expect(await by.source(id)).toMatchObject({ ownerId: null, referrerId: lin.id })
  })

  it.each([
    ['the job it is for', async () => jobId, 1, 'stage-impossible'],
    ['a closed job', async () => company.job({ status: 'closed' }), 1, 'job-closed'],
    ['an unknown job', async () => '00000000-0000-7000-8000-000000000000', 1, 'not-found'],
    ['a version that is not the one', async () => company.job(), 7, 'stage-conflict'],
    [
      'a job the candidate has applied for',
      async () => {
        const other = await company.job()
        await by.applies(candidate, other)
        return other
      },
      1,
      'already-applied',
    ],
  ])('refuses %s', async (_what, job, version, code) => {
    expect(
      await company.call(chen, 'application.transfer', by.transfer(id, version, await job())),
    ).toMatchObject({
      ok: false,
      code,
    })
  })

  it('refuses somebody who works here already', async () => {
    const onward = ['screening', 'review', 'interview', 'offer', 'onboarding', 'hired'] as const
    for (const [at, stage] of onward.entries()) await by.moves(chen, id, at + 1, stage)
    expect(
      await company.call(chen, 'application.transfer', by.transfer(id, 7, await company.job())),
    ).toMatchObject({ code: 'stage-impossible' })
  })

  it('refuses an application that has ended', async () => {
    await by.withdraws(candidate, id)
    expect(
      await company.call(chen, 'application.transfer', by.transfer(id, 2, await company.job())),
    ).toMatchObject({ code: 'stage-impossible' })
  })
})
