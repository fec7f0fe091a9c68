import { addDays } from '@/domain/shanghai'
import type { Stage } from '@/domain/stages'
import {
  MONDAY,
  openCompany,
  requestId,
  type Colleague,
  type Company,
  type Somebody,
} from '@/testing/company'
import { freshVisitor, openedBy } from '@/testing/opening'

let company: Company
let referrer: Colleague
let recruiter: Colleague
let jobId: string

beforeAll(async () => {
  company = await openCompany()
  recruiter = await company.colleague({ role: 'recruiter', name: '陈思' })
  jobId = await company.job({ recruiter })
})
afterAll(() => company.close())
beforeEach(async () => {
  company.at(MONDAY)
  referrer = await company.colleague()
})

async function share(name: string, by = referrer) {
  const input = { requestId: requestId(), channel: 'poster' as const, jobId, name, title: null }
  return (await company.must(by, 'share.create', input)).share
}
const list = async (by = referrer) => (await company.must(by, 'share.list', {})).shares
const times = <T>(count: number, run: () => Promise<T>) => Promise.all(Array.from({ length: count }, run))

async function applies(token: string, to: Stage | null = null): Promise<Somebody> {
  const candidate = await company.person()
  await openedBy(company, token, { who: candidate, visitor: freshVisitor() })
  const input = {
    requestId: requestId(),
    jobId,
    invitationId: null,
    token,
    name: '周宁',
    note: null,
    fileId: null,
  }
  const { applicationId: id } = await company.must(candidate, 'application.submit', input)
  const way: Stage[] = ['screening', 'review', 'interview', 'offer', 'onboarding', 'hired']
  for (const [index, stage] of way.slice(0, to ? way.indexOf(to) + 1 : 0).entries()) {
    await company.must(recruiter, 'stage.move', {
      ...{ requestId: requestId(), id, version: index + 1, to: stage, reason: null, internalNote: null },
      ...{ candidateText: '…', referrerText: '…' },
    })
  }
  return candidate
}

it('gives my living shares, the newest first', async () => {
  await share('朋友圈')
  company.at(addDays(MONDAY, 1))
  const { id } = await share('校招群')
  const over = await share('贴错地方的')
  await company.must(referrer, 'share.end', { requestId: requestId(), id: over.id })
  await share('别人的', await company.colleague())
  const shares = await list()
  expect(shares.map(({ name }) => name)).toEqual(['校招群', '朋友圈'])
  expect(shares[0]).toMatchObject({ id, channel: 'poster', job: { id: jobId }, code: null })
})

it('does not list what came with an invitation', async () => {
  const input = { requestId: requestId(), phone: '13912345678', jobId, relation: null, line: null }
  await company.must(referrer, 'invitation.send', { ...input, consent: true })
  expect(await list()).toEqual([])
})

it('counts people at every step, and no step of fewer than three', async () => {
  const { token } = await share('朋友圈')
  await times(4, () => openedBy(company, token, { visitor: freshVisitor() }))
  const known = await company.person()
  await openedBy(company, token, { who: known, visitor: freshVisitor() })
  await times(3, () => applies(token, 'interview'))
  await times(2, () => applies(token, 'hired'))
  // 4 without a number, 1 with, 5 who applied; 5 were interviewed, of whom 2 were hired.
  expect((await list())[0]?.counts).toEqual({
    opened: 10,
    accepted: 6,
    applied: 5,
    interviewed: 5,
    hired: null,
  })
})

it('counts a visitor once, whatever the day', async () => {
  const { token } = await share('朋友圈')
  const visitors = [freshVisitor(), freshVisitor(), freshVisitor()]
  for (const day of [0, 1, 2]) {
    company.at(addDays(MONDAY, day))
    for (const visitor of visitors) await openedBy(company, token, { visitor })
  }
  expect((await list())[0]?.counts).toMatchObject({ opened: 3 })
})

it('tells no number of a share that two people opened', async () => {
  const { token } = await share('朋友圈')
  await times(2, () => applies(token))
  const none = { opened: null, accepted: null, applied: null, interviewed: null, hired: null }
  expect((await list())[0]?.counts).toEqual(none)
})

it('counts for each share its own, in one statement', async () => {
  const [first, second] = [await share('朋友圈'), await share('校招群')]
  await times(3, () => openedBy(company, first.token, { visitor: freshVisitor() }))
  await times(5, () => openedBy(company, second.token, { visitor: freshVisitor() }))
  const before = company.service.db.statements
  const shares = await list()
  expect(company.service.db.statements - before).toBe(1)
  expect(shares.map(({ name, counts }) => [name, counts.opened])).toEqual([
    ['校招群', 5],
    ['朋友圈', 3],
  ])
})
