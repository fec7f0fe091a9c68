import sql, { type Sql } from 'sql-template-tag'
import { POLICY } from '@/domain/policy'
import { freshPhone, MONDAY, openCompany, requestId, type Colleague, type Company } from '@/testing/company'
import { derivedOwner, referring } from '@/testing/referring'
import { dispatch } from './dispatch'

let company: Company
let by: ReturnType<typeof referring>
let lin: Colleague
let wang: Colleague
let chen: Colleague
let jobs: string[]

beforeAll(async () => {
  company = await openCompany()
  by = referring(company)
  lin = await company.colleague()
  wang = await company.colleague({ name: '王磊' })
  chen = await company.colleague({ role: 'recruiter', name: '陈思' })
  jobs = [await company.job({ recruiter: chen }), await company.job({ recruiter: chen })]
})
afterAll(() => company.close())

const job = (n: number) => jobs[n] ?? ''

it('gives one candidate one owner, also when two applications through two colleagues come at once', async () => {
  const [ofLin, ofWang] = [await by.share(lin, 'link'), await by.share(wang, 'link')]
  for (let round = 0; round < 20; round++) {
    const candidate = await company.person()
    const ids = await Promise.all([
      by.applies(candidate, job(0), { token: ofLin.token }),
      by.applies(candidate, job(1), { token: ofWang.token }),
    ])
    const sources = await Promise.all(ids.map((id) => by.source(id)))
    expect(new Set(sources.map(({ ownerId }) => ownerId)).size).toBe(1)
    expect(sources.map(({ credit }) => credit.rule).sort()).toEqual(['applied-through', 'protected'])
  }
})

it('counts an application that another function made a moment later by its clock', async () => {
  const candidate = await company.person()
  const [ofLin, ofWang] = [await by.share(lin, 'link'), await by.share(wang, 'link')]
  company.at(new Date(MONDAY.getTime() + 500))
  await by.applies(candidate, job(0), { token: ofLin.token })
  company.at(MONDAY)
  const second = await by.applies(candidate, job(1), { token: ofWang.token })
  expect(await by.source(second)).toMatchObject({ ownerId: lin.id, credit: { rule: 'protected' } })
})

it('keeps the owner that the events make, whoever decides, moves and claims at once', async () => {
  const zhao = await company.colleague({ name: '赵敏' })
  for (let round = 0; round < 20; round++) {
    const candidate = await company.person()
    await by.invited(lin, candidate, job(0))
    const id = await by.applies(candidate, job(0))
    const employee = ({ employeeId }: Colleague) => ({ kind: 'employee' as const, employeeId })
    const replies = await Promise.all([
      company.call(chen, 'application.ruleSource', by.ruling(id, employee(wang))),
      company.call(chen, 'application.transfer', by.transfer(id, 1, job(1))),
      company.call(chen, 'application.ruleSource', by.ruling(id, employee(zhao))),
      company.call(candidate, 'application.claimSource', { requestId: requestId(), id, words: '是王磊' }),
      company.call(chen, 'application.ruleSource', by.ruling(id, { kind: 'keep' })),
    ])
    expect(replies.filter((reply) => !reply.ok && reply.code !== 'unavailable')).toEqual([])
    const { ownerId } = await by.source(id)
    expect(ownerId).toBe(await derivedOwner(company, id))
    const { n, moments } = await company.service.db.one<{ n: number; moments: number }>(
      sql`select count(*) as n, count(distinct at) as moments from attribution_event where application_id = ${id}`,
    )
    expect(moments).toBe(n)
    expect(n).toBe(replies.filter((reply) => reply.ok).length)
  }
})

it('lets one of applying for a job and being moved to it happen', async () => {
  for (let round = 0; round < 20; round++) {
    const candidate = await company.person()
    const id = await by.applies(candidate, job(0))
    const replies = await Promise.all([
      company.call(chen, 'application.transfer', by.transfer(id, 1, job(1))),
      company.call(candidate, 'application.submit', by.application(job(1))),
    ])
    expect(replies.map((reply) => (reply.ok ? 'ok' : reply.code)).sort()).toEqual(['already-applied', 'ok'])
  }
})

it('keeps the second invitation for the application when the first is taken back while it is decided', async () => {
  const candidate = await company.person()
  const first = await by.invited(lin, candidate, job(0))
  company.at(new Date(MONDAY.getTime() + 1000))
  const second = await by.invited(wang, candidate, job(0))
  const { db } = company.service
  const takenBack = {
    ...db,
    async one<Row extends object>(statement: Sql) {
      if (statement.text.includes('insert into application'))
        await company.call(lin, 'invitation.revoke', { requestId: requestId(), id: first })
      return db.one<Row>(statement)
    },
  }
  const input = by.application(job(0), { invitationId: second })
  const reply = await dispatch('application.submit', input, { ...company.context(candidate), db: takenBack })
  expect(reply).toMatchObject({ ok: true })
  const { applicationId } = (reply as { data: { applicationId: string } }).data
  expect(await by.source(applicationId)).toMatchObject({
    ownerId: wang.id,
    credit: { rule: 'accepted-first', invitationId: second },
  })
})

it('leaves nothing of somebody who applies while they have themselves erased', async () => {
  for (let round = 0; round < 20; round++) {
    const candidate = await company.person()
    await Promise.all([
      company.call(candidate, 'application.submit', by.application(job(0))),
      company.must(candidate, 'me.erase', { requestId: requestId() }),
    ])
    const named = await company.service.db.rows(
      sql`select id from application where candidate_id = ${candidate.id} and candidate_name is not null`,
    )
    expect(named).toEqual([])
  }
})

it('erases somebody who claims and withdraws at the same moment, and leaves no word of theirs', async () => {
  for (let round = 0; round < 40; round++) {
    const candidate = await company.person()
    const id = await by.applies(candidate, job(0))
    const claim = { requestId: requestId(), id, words: '是王磊推荐的' }
    const replies = await Promise.all([
      company.call(candidate, 'application.claimSource', claim),
      company.call(candidate, 'application.withdraw', { requestId: requestId(), id, reason: null }),
      company.must(candidate, 'me.erase', { requestId: requestId() }).then(() => ({ ok: true as const })),
    ])
    expect(replies.filter((reply) => !reply.ok && reply.code !== 'unauthenticated')).toEqual([])
    const words = await company.service.db.rows(sql`select words from attribution_text
      join attribution_event e on e.id = event_id where e.application_id = ${id} and words is not null`)
    expect(words).toEqual([])
  }
})

it('keeps one colleague to 30 numbers a day, also when they ask for all at once', async () => {
  const eager = await company.colleague({ name: '赵可' })
  const replies = await Promise.all(
    Array.from({ length: 40 }, () => company.call(eager, 'invitation.check', { phone: freshPhone() })),
  )
  expect(replies.filter((reply) => reply.ok).length).toBeLessThanOrEqual(POLICY.numbersADay)
  const { typed } = await company.service.db.one<{ typed: number }>(
    sql`select count(*) as typed from typed_number where referrer_id = ${eager.id}`,
  )
  expect(typed).toBe(replies.filter((reply) => reply.ok).length)
})
