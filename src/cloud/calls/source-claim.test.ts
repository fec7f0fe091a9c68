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
let candidate: Somebody
/** What waited before the test began. */
let known: string[]

beforeAll(async () => {
  ;({ company, by, lin, wang, chen, jobId } = await openReferredCompany())
})
afterAll(() => company.close())
beforeEach(async () => {
  company.at(MONDAY)
  candidate = await company.person()
  known = (await company.must(chen, 'claim.list', {})).claims.map(({ id }) => id)
})

const claim = (id: string, words = '是王磊先推荐我的') => ({ requestId: requestId(), id, words })
const object = (kind: 'invitation' | 'application', id: string, words = '是我先聊的') => ({
  ...{ requestId: requestId(), kind, id, words },
})
const openClaims = async () =>
  (await company.must(chen, 'claim.list', {})).claims.filter(({ id }) => !known.includes(id))
const keep = (id: string) => company.must(chen, 'application.ruleSource', by.ruling(id, { kind: 'keep' }))

describe('application.claimSource', () => {
  it('is kept beside the record, waits for a recruiter, and changes nothing', async () => {
    await by.invited(lin, candidate, jobId)
    const id = await by.applies(candidate, jobId)
    const before = await by.source(id)
    expect(await company.must(candidate, 'application.claimSource', claim(id))).toEqual({
      at: MONDAY.toISOString(),
    })
    expect(await openClaims()).toMatchObject([
      {
        ...{ kind: 'claimed', applicationId: id, candidate: '周宁', by: '周宁', words: '是王磊先推荐我的' },
        ...{ job: '高级前端工程师', owner: { name: '林晓', department: '前端平台部' } },
      },
    ])
    expect(await by.source(id)).toEqual(before)
  })

  it('waits for an answer before it can be said again', async () => {
    const id = await by.applies(candidate, jobId)
    await company.must(candidate, 'application.claimSource', claim(id))
    expect(await company.call(candidate, 'application.claimSource', claim(id))).toMatchObject({
      code: 'already-claimed',
    })
    await keep(id)
    expect(await openClaims()).toEqual([])
    await company.must(candidate, 'application.claimSource', claim(id, '真的是王磊'))
    expect(await openClaims()).toMatchObject([{ words: '真的是王磊' }])
  })

  it('tells the recruiter and not the referrer', async () => {
    await by.invited(lin, candidate, jobId)
    const id = await by.applies(candidate, jobId)
    const cursors = await Promise.all(
      [lin, chen].map(async (who) => (await company.must(who, 'progress.sync', { cursor: null })).cursor),
    )
    await company.must(candidate, 'application.claimSource', claim(id))
    const [ofLin, ofChen] = await Promise.all(
      [lin, chen].map((who, n) => company.must(who, 'progress.sync', { cursor: cursors[n] ?? null })),
    )
    expect(ofLin?.changed).toEqual([])
    expect(ofChen?.changed).toEqual([{ kind: 'application', id }])
  })
})

describe('referral.object', () => {
  it('is for who was credited, once', async () => {
    await by.invited(lin, candidate, jobId)
    const id = await by.applies(candidate, jobId)
    await company.must(lin, 'referral.object', object('application', id))
    expect(await company.call(lin, 'referral.object', object('application', id))).toMatchObject({
      code: 'already-claimed',
    })
    expect(await company.call(wang, 'referral.object', object('application', id))).toMatchObject({
      code: 'not-found',
    })
    expect(await openClaims()).toMatchObject([{ kind: 'objected', by: '林晓', applicationId: id }])
  })

  it('is one for an invitation and the application that it led to', async () => {
    const invitation = await by.invited(lin, candidate, jobId)
    await company.must(lin, 'referral.object', object('invitation', invitation))
    const id = await by.applies(candidate, jobId)
    expect(await company.call(lin, 'referral.object', object('application', id))).toMatchObject({
      code: 'already-claimed',
    })
    expect(await openClaims()).toMatchObject([{ applicationId: id }])
  })

  it('answers about an invitation alike, whether the candidate came by somebody else or not at all', async () => {
    const lost = await by.invite(wang, candidate, jobId)
    await by.invited(lin, candidate, jobId)
    const id = await by.applies(candidate, jobId)
    const idle = await by.invite(wang, await company.person(), jobId)
    const replies = [
      await company.call(wang, 'referral.object', object('invitation', lost)),
      await company.call(wang, 'referral.object', object('invitation', idle)),
    ]
    expect(replies).toEqual(Array(2).fill({ ok: true, data: { at: MONDAY.toISOString() } }))
    expect(await openClaims()).toMatchObject([
      { applicationId: id, owner: { name: '林晓' }, by: '王磊' },
      { applicationId: null, owner: null, candidate: null, by: '王磊' },
    ])
    company.at(new Date(MONDAY.getTime() + 60_000))
    await keep(id)
    expect(await openClaims()).toMatchObject([{ applicationId: null }])
    company.at(addDays(MONDAY, 31))
    expect(await openClaims()).toEqual([])
  })

  it('is made once of 20 at once', async () => {
    await by.invited(lin, candidate, jobId)
    const id = await by.applies(candidate, jobId)
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => company.call(lin, 'referral.object', object('application', id))),
    )
    expect(replies.filter((reply) => reply.ok)).toHaveLength(1)
    const again = object('application', await by.applies(await company.person(), jobId))
    expect(await company.call(lin, 'referral.object', again)).toMatchObject({ code: 'not-found' })
  })
})

it('shows recruiters no claim about an application of their own', async () => {
  const both = await company.colleague({ role: 'recruiter', name: '何帆' })
  const id = await by.applies(both, jobId)
  await company.must(both, 'application.claimSource', claim(id))
  expect(
    (await company.must(both, 'claim.list', {})).claims.map(({ applicationId }) => applicationId),
  ).not.toContain(id)
  expect(await openClaims()).toHaveLength(1)
})

it('loses its words and its name when the candidate is erased', async () => {
  const invitation = await by.invited(wang, candidate, null)
  await company.must(wang, 'referral.object', object('invitation', invitation, '周宁是我同学'))
  const id = await by.applies(candidate, jobId)
  await company.must(candidate, 'application.claimSource', claim(id))
  await company.must(candidate, 'me.erase', { requestId: requestId() })
  const words = await company.service.db.rows(sql`select words from attribution_text t
    join attribution_event e on e.id = t.event_id
    where words is not null and (e.application_id = ${id} or e.invitation_id = ${invitation})`)
  expect(words).toEqual([])
  expect((await openClaims()).map(({ candidate: name, words: said }) => [name, said])).toEqual([
    [null, null],
    [null, null],
  ])
})
