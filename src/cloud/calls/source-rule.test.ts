import sql from 'sql-template-tag'
import { MONDAY, requestId, type Colleague, type Company, type Somebody } from '@/testing/company'
import { openReferredCompany, type ReferredCompany } from '@/testing/referred-company'
import { derivedOwner } from '@/testing/referring'

let company: Company
let by: ReferredCompany['by']
let lin: Colleague
let wang: Colleague
let chen: Colleague
let jobId: string
let candidate: Somebody
let id: string

beforeAll(async () => {
  ;({ company, by, wang, chen, jobId } = await openReferredCompany())
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

it('wants a reason for a decision', async () => {
  expect(
    await company.call(chen, 'application.ruleSource', {
      ...by.ruling(id, { kind: 'keep' }),
      requestId: requestId(),
      reason: ' ',
    }),
  ).toMatchObject({ code: 'bad-input' })
})
