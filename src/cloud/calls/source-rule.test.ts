import sql from 'sql-template-tag'
import { addDays } from '@/domain/shanghai'
import {
  MONDAY,
  openCompany,
  requestId,
  type Colleague,
  type Company,
  type Somebody,
} from '@/testing/company'
import { derivedOwner, referring } from '@/testing/referring'

let company: Company
let by: ReturnType<typeof referring>
let lin: Colleague
let wang: Colleague
let chen: Colleague
let jobId: string
let candidate: Somebody
let id: string

beforeAll(async () => {
  company = await openCompany()
  by = referring(company)
  wang = await company.colleague({ name: '王磊', department: '数据平台部' })
  chen = await company.colleague({ role: 'recruiter', name: '陈思' })
  jobId = await company.job({ recruiter: chen })
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

const to = ({ employeeId }: Colleague) => ({ kind: 'employee' as const, employeeId })
const rule = (owner: Parameters<typeof by.ruling>[1], reason?: string) =>
  company.call(chen, 'application.ruleSource', by.ruling(id, owner, reason))
const listOf = async (who: Colleague) =>
  (await company.must(who, 'progress.list', { as: 'referrer' })).items.filter((item) => item.id === id)

describe('application.ruleSource', () => {
  it('makes another colleague the owner and leaves what was frozen', async () => {
    const { ownerId: _owner, ...frozen } = await by.source(id)
    expect(await rule(to(wang))).toEqual({
      ok: true,
      data: { owner: { name: '王磊', department: '数据平台部' } },
    })
    expect(await by.source(id)).toEqual({ ...frozen, ownerId: wang.id })
  })

  it('shows it to both, each as it is theirs, and to neither the other', async () => {
    await rule(to(wang))
    expect(await listOf(lin)).toMatchObject([
      { mine: false, again: false, protectedUntil: null, referrer: null },
    ])
    expect(await listOf(wang)).toMatchObject([{ mine: true, maskedPhone: null, relation: null }])
    const asLin = await company.must(lin, 'progress.get', { as: 'referrer', id })
    const asWang = await company.must(wang, 'progress.get', { as: 'referrer', id })
    expect(asLin).toMatchObject({ owner: null, maskedPhone: expect.any(String) })
    expect(asWang).toMatchObject({ owner: { name: '王磊' }, maskedPhone: null, line: null })
    expect(await company.must(candidate, 'progress.get', { as: 'candidate', id })).toMatchObject({
      owner: { name: '王磊' },
    })
    expect((await company.must(chen, 'progress.list', { as: 'recruiter' })).items).toContainEqual(
      expect.objectContaining({ id, referrer: '王磊' }),
    )
  })

  it.each([
    ['keeps the owner', 'keep', true],
    ['takes it from everybody', 'nobody', false],
  ] as const)('%s', async (_what, kind, stays) => {
    expect(await rule({ kind })).toMatchObject({ ok: true, data: { owner: stays ? { name: '林晓' } : null } })
    expect(await by.source(id)).toMatchObject({ ownerId: stays ? lin.id : null })
  })

  it('tells candidate, both colleagues and recruiter', async () => {
    const everybody = [candidate, lin, wang, chen]
    const cursors = await Promise.all(
      everybody.map(async (who) => (await company.must(who, 'progress.sync', { cursor: null })).cursor),
    )
    await rule(to(wang))
    for (const [n, who] of everybody.entries()) {
      const { changed } = await company.must(who, 'progress.sync', { cursor: cursors[n] ?? null })
      expect(changed).toEqual([{ kind: 'application', id }])
    }
  })

  it.each([
    ['who recruits for the job', async () => chen],
    [
      'who has left',
      async () => {
        const leaver = await company.colleague({ name: '何帆' })
        await company.service.db.rows(sql`update employee set active = false where id = ${leaver.employeeId}`)
        return leaver
      },
    ],
    ['an intern, who may not refer', async () => company.colleague({ intern: true })],
    [
      'who never proved a number',
      async () => {
        const absent = await company.colleague({ name: '许可' })
        await company.service.db.rows(
          sql`update employee set phone_hash = 'of a phone nobody has proved' where id = ${absent.employeeId}`,
        )
        return absent
      },
    ],
    ['nobody we know', async () => ({ ...lin, employeeId: '00000000-0000-7000-8000-000000000000' })],
  ])('refuses %s', async (_who, colleague) => {
    expect(await rule(to(await colleague()))).toMatchObject({ ok: false, code: 'owner-impossible' })
    expect(await by.source(id)).toMatchObject({ ownerId: lin.id })
  })

  it('refuses the candidate themselves', async () => {
    const both = await company.colleague({ name: '方一' })
    id = await by.applies(both, jobId)
    expect(await rule(to(both))).toMatchObject({ ok: false, code: 'owner-impossible' })
  })

  it('leaves it to another recruiter where it is about the recruiter’s own referral', async () => {
    const friend = await company.colleague({ role: 'recruiter', name: '许宁' })
    expect(await company.call(friend, 'application.ruleSource', by.ruling(id, to(friend)))).toMatchObject({
      ok: false,
      code: 'own-referral',
    })
    await rule(to(friend))
    for (const choice of [{ kind: 'keep' }, { kind: 'nobody' }] as const)
      expect(await company.call(friend, 'application.ruleSource', by.ruling(id, choice))).toMatchObject({
        code: 'own-referral',
      })
  })

  it('keeps the last of many decisions', async () => {
    for (const owner of [
      to(wang),
      { kind: 'nobody' as const },
      to(lin),
      to(wang),
      { kind: 'keep' as const },
    ]) {
      await rule(owner)
      expect((await by.source(id)).ownerId).toBe(await derivedOwner(company, id))
    }
    expect(await by.source(id)).toMatchObject({ ownerId: wang.id, referrerId: lin.id })
  })

  it('answers a retry with the first answer and decides once', async () => {
    const input = by.ruling(id, to(wang))
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => company.call(chen, 'application.ruleSource', input)),
    )
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1)
    const { n } = await company.service.db.one<{ n: number }>(
      sql`select count(*) as n from attribution_event where application_id = ${id}`,
    )
    expect(n).toBe(1)
  })
})

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

describe('picking from the pool again', () => {
  it('keeps the owner inside the protection', async () => {
    await by.moves(chen, id, 1, 'pooled')
    company.at(addDays(MONDAY, 179))
    await by.moves(chen, id, 2, 'screening')
    expect(await by.source(id)).toMatchObject({ ownerId: lin.id })
  })

  it('leaves nobody the owner once it is over, and tells who was', async () => {
    await rule(to(wang))
    await by.moves(chen, id, 1, 'pooled')
    company.at(addDays(MONDAY, 181))
    const { cursor } = await company.must(wang, 'progress.sync', { cursor: null })
    await by.moves(chen, id, 2, 'screening')
    expect(await by.source(id)).toMatchObject({ ownerId: null, referrerId: lin.id })
    expect((await company.must(wang, 'progress.sync', { cursor })).changed).toEqual([
      { kind: 'application', id },
    ])
    expect(await company.call(wang, 'progress.get', { as: 'referrer', id })).toMatchObject({
      code: 'not-found',
    })
    expect(await listOf(lin)).toMatchObject([{ mine: false }])
  })
})

describe('employee.find', () => {
  it.each([
    ['the beginning of a name', '王', ['王磊']],
    ['a name with spaces around', '  王磊 ', ['王磊']],
    ['what `like` takes for anything', '%', []],
    ['the middle of a name', '磊', []],
  ])('finds active colleagues by %s', async (_what, text, names) => {
    const { employees } = await company.must(chen, 'employee.find', { text })
    expect(employees.map(({ name }) => name)).toEqual(names)
  })

  it('finds them by number, and ten at most', async () => {
    const { employees } = await company.must(chen, 'employee.find', {
      text: wang.employeeId.slice(0, 30).toUpperCase(),
    })
    expect(employees).toContainEqual({
      ...{ id: wang.employeeId, name: '王磊', department: '数据平台部', employeeNumber: wang.employeeId },
    })
    for (let n = 0; n < 12; n++) await company.colleague({ name: '许多' })
    expect((await company.must(chen, 'employee.find', { text: '许' })).employees).toHaveLength(10)
  })
})

it('wants a reason for a decision', async () => {
  expect(
    await company.call(chen, 'application.ruleSource', {
      ...by.ruling(id, { kind: 'keep' }),
      requestId: requestId(),
      reason: ' ',
    }),
  ).toMatchObject({ code: 'bad-input' })
})
