import { dispatch } from '@/cloud/dispatch'
import { POLICY } from '@/domain/policy'
import { addDays } from '@/domain/shanghai'
import { MONDAY, openCompany, requestId, send, type Colleague, type Company } from '@/testing/company'
import { freshVisitor, openedBy, proves } from '@/testing/opening'

let company: Company
let recruiter: Colleague
let jobId: string

beforeAll(async () => {
  company = await openCompany()
  recruiter = await company.colleague({ role: 'recruiter', name: '陈思' })
  jobId = await company.job({ recruiter })
})
afterAll(() => company.close())
beforeEach(() => company.at(MONDAY))

const { visitors: MANY, days: DAYS } = POLICY.suspicion

let names = 0
async function share(by: Colleague) {
  const name = `群 ${++names}`
  const input = { requestId: requestId(), channel: 'card' as const, jobId, name, title: null }
  return (await company.must(by, 'share.create', input)).share
}
const suspicious = async () => (await company.must(recruiter, 'share.suspicious', {})).shares
const findIn = async (id: string) => (await suspicious()).find((one) => one.id === id)
const times = <T>(count: number, run: () => Promise<T>) => Promise.all(Array.from({ length: count }, run))
const strangers = (token: string, count: number) =>
  times(count, () => openedBy(company, token, { visitor: freshVisitor() }))

async function applies(token: string, candidate = company.person()): Promise<void> {
  const input = {
    requestId: requestId(),
    jobId,
    invitationId: null,
    token,
    name: '周宁',
    note: null,
    fileId: null,
  }
  await company.must(await candidate, 'application.submit', input)
}

describe('share.suspicious', () => {
  it('shows a share with many strangers and nobody endorsed, with all there is to see', async () => {
    const seller = await company.colleague({ name: '赵可', department: '测试部' })
    const { id, name, token } = await share(seller)
    await strangers(token, MANY)
    await applies(token)
    expect(await findIn(id)).toEqual({
      ...{ id, name, channel: 'card', referrer: { name: '赵可', department: '测试部' } },
      ...{ job: { id: jobId, title: '高级前端工程师', city: '上海' } },
      ...{ visitors: MANY, applications: 1, endorsed: 0, reports: 0, lastAt: MONDAY.toISOString() },
    })
  })

  it.each<[string, (referrer: Colleague, token: string) => Promise<unknown>]>([
    ['few came', async (_by, token) => [await strangers(token, MANY - 1), await applies(token)]],
    ['nobody applied', (_by, token) => strangers(token, MANY * 2)],
    [
      'who applied is endorsed',
      async (by, token) => {
        const friend = await company.person()
        await company.must(by, 'invitation.send', { ...send(friend.phone, jobId), relation: 'friend' })
        const { invitations } = await company.must(friend, 'progress.list', {
          as: 'candidate',
          filter: 'all',
        })
        const [invitation] = invitations
        await company.must(friend, 'invitation.accept', { requestId: requestId(), id: invitation?.id ?? '' })
        await strangers(token, MANY)
        await applies(token, Promise.resolve(friend))
      },
    ],
    [
      'it was long ago',
      async (_by, token) => {
        company.at(addDays(MONDAY, -DAYS - 1))
        await strangers(token, MANY)
        await applies(token)
        company.at(MONDAY)
      },
    ],
  ])('does not show a share when %s', async (_what, happens) => {
    const referrer = await company.colleague()
    const { id, token } = await share(referrer)
    await happens(referrer, token)
    expect(await findIn(id)).toBeUndefined()
  })

  it('does not count people whom the referrer has invited, by their number or by who they are', async () => {
    const referrer = await company.colleague()
    const { id, token } = await share(referrer)
    await strangers(token, MANY)
    await applies(token)
    for (let day = 0; day < 2; day++) {
      company.at(addDays(MONDAY, day))
      const friend = await company.person()
      const visitor = freshVisitor()
      await company.must(referrer, 'invitation.send', send(friend.phone, null))
      await openedBy(company, token, { visitor })
      await proves(company, friend.phone, visitor)
    }
    expect(await findIn(id)).toMatchObject({ visitors: MANY })
  })

  it('shows at most fifty, the most reported first, in one statement', async () => {
    const fresh = await openCompany()
    const eye = await fresh.colleague({ role: 'recruiter' })
    for (let n = 0; n < 52; n++) {
      const [name, by] = [`群 ${n}`, await fresh.colleague()]
      const input = { requestId: requestId(), channel: 'link' as const, jobId: null, name, title: null }
      const { token } = (await fresh.must(by, 'share.create', input)).share
      for (let report = 0; report < (n === 51 ? 3 : 1); report++) {
        await fresh.must(null, 'share.report', { requestId: requestId(), token, visitor: freshVisitor() })
      }
    }
    const before = fresh.service.db.statements
    const { shares } = await fresh.must(eye, 'share.suspicious', {})
    expect(fresh.service.db.statements - before).toBe(1)
    expect(shares).toHaveLength(50)
    expect(shares[0]).toMatchObject({ name: '群 51', reports: 3 })
    await fresh.close()
  })
})

describe('share.report', () => {
  const report = (token: string, visitor: string | null) => ({ requestId: requestId(), token, visitor })

  it('is kept once per visitor, and once per person in whatever browser', async () => {
    const { id, token } = await share(await company.colleague())
    const visitor = freshVisitor()
    const buyer = await company.person()
    for (const mark of [visitor, visitor]) await company.must(null, 'share.report', report(token, mark))
    for (const mark of [freshVisitor(), freshVisitor(), null])
      await company.must(buyer, 'share.report', report(token, mark))
    expect(await findIn(id)).toMatchObject({ reports: 2, lastAt: MONDAY.toISOString() })
  })

  it('is thanked for and not kept from nobody in particular, a bot, or the referrer', async () => {
    const referrer = await company.colleague()
    const { id, token } = await share(referrer)
    expect(await company.must(null, 'share.report', report(token, null))).toEqual({})
    expect(await company.must(referrer, 'share.report', report(token, freshVisitor()))).toEqual({})
    const bot = { ...company.context(null), userAgent: 'curl/8.4.0' }
    expect(await dispatch('share.report', report(token, freshVisitor()), bot)).toEqual({ ok: true, data: {} })
    expect(await findIn(id)).toBeUndefined()
  })

  it('is taken for a share that has ended, and for none that nobody made', async () => {
    const referrer = await company.colleague()
    const { id, token } = await share(referrer)
    await company.must(referrer, 'share.end', { requestId: requestId(), id })
    expect(await company.must(null, 'share.report', report(token, freshVisitor()))).toEqual({})
    expect(await findIn(id)).toMatchObject({ reports: 1 })
    expect(await company.call(null, 'share.report', report('nothing', freshVisitor()))).toMatchObject({
      code: 'share-unknown',
    })
  })
})
