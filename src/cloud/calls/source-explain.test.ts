import { addDays } from '@/domain/shanghai'
import { MONDAY, requestId, type Colleague, type Company, type Somebody } from '@/testing/company'
import { openReferredCompany, type ReferredCompany } from '@/testing/referred-company'
import { runClock } from '../clock'

let company: Company
let by: ReferredCompany['by']
let lin: Colleague
let wang: Colleague
let chen: Colleague
let jobId: string
let candidate: Somebody
let id: string

beforeAll(async () => {
  ;({ company, by, lin, wang, chen, jobId } = await openReferredCompany())
})
afterAll(() => company.close())

/** Lin's invitation was accepted, then Wang's poster opened. */
beforeEach(async () => {
  company.at(MONDAY)
  candidate = await company.person()
  await by.invited(lin, candidate, jobId)
  company.at(addDays(MONDAY, 1))
  await by.touches(candidate, (await by.share(wang, 'poster')).token)
  id = await by.applies(candidate, jobId)
})

const explain = (who: Somebody, as: 'candidate' | 'referrer' | 'recruiter') =>
  company.must(who, 'application.explain', { as, id })
const wordsFor = async (who: Somebody, as: 'candidate' | 'referrer' | 'recruiter') =>
  (await explain(who, as)).log.map(({ words }) => words)
const rule = (owner: Parameters<typeof by.ruling>[1], reason = '核实过聊天记录') =>
  company.must(chen, 'application.ruleSource', by.ruling(id, owner, reason))
const to = ({ employeeId }: Colleague) => ({ kind: 'employee' as const, employeeId })
const claim = (words: string) =>
  company.must(candidate, 'application.claimSource', { requestId: requestId(), id, words })
const object = (who: Colleague, words: string) =>
  company.must(who, 'referral.object', { requestId: requestId(), kind: 'application', id, words })

describe('the decision', () => {
  it('is told to the candidate with the names of whom they met', async () => {
    const { sentences, ...rest } = await explain(candidate, 'candidate')
    expect(sentences[0]).toBe('你在 11 月 23 日接受了林晓的邀请，早于王磊的海报（11 月 24 日）。')
    expect(rest).toEqual({
      ...{
        owner: { name: '林晓', department: '前端平台部' },
        mine: false,
        again: false,
        log: [],
        claims: [],
      },
      ...{ protectedUntil: addDays(MONDAY, 181).toISOString(), daysLeft: 180 },
      ...{ mayClaim: true, mayObject: false },
    })
  })

  it('is told to the referrer as if there were nobody else', async () => {
    const told = await explain(lin, 'referrer')
    expect(told).toMatchObject({ owner: { name: '林晓' }, mine: true, mayObject: true, mayClaim: false })
    expect(told.sentences.join()).toContain('接受了你的邀请')
    expect(JSON.stringify(told)).not.toContain('王磊')
    expect(JSON.stringify(told)).not.toContain('海报')
  })

  it('is told to the recruiter in full', async () => {
    const { sentences, owner } = await explain(chen, 'recruiter')
    expect(owner).toMatchObject({ name: '林晓' })
    expect(sentences.join()).toContain('林晓')
    expect(sentences.join()).toContain('王磊的海报')
  })

  it('costs one statement', async () => {
    const before = company.service.db.statements
    await explain(chen, 'recruiter')
    expect(company.service.db.statements - before).toBe(1)
  })

  it('says of an application without a source that nobody owns or protects it', async () => {
    id = await by.applies(await company.person(), jobId)
    expect(await explain(chen, 'recruiter')).toMatchObject({
      ...{ owner: null, protectedUntil: null, daysLeft: 0 },
    })
  })
})

describe('the log', () => {
  it('tells each seat of claim, objection and a decision that keeps the owner', async () => {
    await claim('是王磊推荐我的')
    await object(lin, '我们聊过三次')
    await rule({ kind: 'keep' })
    expect(await wordsFor(candidate, 'candidate')).toEqual([
      '你说明是别人推荐的：「是王磊推荐我的」',
      'HR 确认归属不变',
    ])
    expect(await wordsFor(lin, 'referrer')).toEqual(['你提出了申诉：「我们聊过三次」', 'HR 确认归属不变'])
    expect((await wordsFor(chen, 'recruiter')).sort()).toEqual(
      [
        '候选人说明是别人推荐的：「是王磊推荐我的」',
        '林晓提出申诉：「我们聊过三次」',
        '陈思确认内推人仍是林晓，理由：核实过聊天记录',
      ].sort(),
    )
  })

  it('tells the former owner that it was changed, and not to whom; the new owner that it is theirs', async () => {
    await rule(to(wang), '王磊先联系的')
    const former = await explain(lin, 'referrer')
    expect(former).toMatchObject({
      owner: null,
      mine: false,
      protectedUntil: null,
      daysLeft: 0,
      again: false,
    })
    expect(former.log.map(({ words }) => words)).toEqual(['归属已调整，不再记在你名下'])
    expect(JSON.stringify(former)).not.toContain('王磊')

    const owner = await explain(wang, 'referrer')
    expect(owner).toMatchObject({ owner: { name: '王磊' }, mine: true })
    expect(owner.sentences).toEqual(['HR 在 11 月 24 日核实后，这次推荐记在你名下。'])
    expect(owner.log.map(({ words }) => words)).toEqual(['HR 核实后，这次推荐记在你名下'])
    expect(JSON.stringify(owner)).not.toMatch(/林晓|接受/)

    expect(await wordsFor(candidate, 'candidate')).toEqual(['HR 核实后，内推人是王磊'])
    expect(await wordsFor(chen, 'recruiter')).toEqual(['陈思决定内推人是王磊，理由：王磊先联系的'])
    expect(await explain(candidate, 'candidate')).toMatchObject({ owner: { name: '王磊' } })
  })

  it('says nothing to a former owner about what is decided between others', async () => {
    await rule(to(wang))
    await rule({ kind: 'keep' })
    await rule({ kind: 'nobody' })
    expect(await wordsFor(lin, 'referrer')).toEqual(['归属已调整，不再记在你名下'])
    expect(await wordsFor(candidate, 'candidate')).toEqual([
      'HR 核实后，内推人是王磊',
      'HR 确认归属不变',
      'HR 核实后，这次投递不记内推人',
    ])
  })

  it('tells of a transfer, and of an owner who may not have the new job', async () => {
    const next = await company.job({ recruiter: chen })
    await company.must(chen, 'application.transfer', by.transfer(id, 1, next))
    const ofLin = await company.job({ recruiter: lin })
    await company.must(chen, 'application.transfer', by.transfer(id, 2, ofLin))
    expect(await wordsFor(lin, 'referrer')).toEqual([
      'TA 转到「高级前端工程师」职位，归属和保护期不变',
      'TA 转到「高级前端工程师」职位，按规则不再记在你名下',
    ])
    expect(await wordsFor(candidate, 'candidate')).toEqual([
      '转到「高级前端工程师」职位，内推人和保护期不变',
      '转到「高级前端工程师」职位，按规则不再记内推人',
    ])
    expect(await wordsFor(chen, 'recruiter')).toEqual([
      '陈思把候选人从「高级前端工程师」转到「高级前端工程师」，内推人和保护期不变',
      '陈思把候选人从「高级前端工程师」转到「高级前端工程师」，按规则不再记内推人',
    ])
  })

  it('tells of the end of a protection and of a new start from the pool', async () => {
    await by.moves(chen, id, 1, 'pooled')
    company.at(addDays(MONDAY, 182))
    await runClock(company.service, addDays(MONDAY, 182))
    expect(await explain(lin, 'referrer')).toMatchObject({ again: true, daysLeft: 0, mine: true })
    company.at(addDays(MONDAY, 183))
    await by.moves(chen, id, 2, 'screening')
    expect(await wordsFor(lin, 'referrer')).toEqual([
      '保护期已结束，可再次推荐',
      '保护期已结束，HR 从人才库重新联系了 TA，不再记在你名下',
    ])
    expect(await wordsFor(candidate, 'candidate')).toEqual([
      '保护期已结束',
      '保护期已结束，HR 从人才库重新联系了你，不再记内推人',
    ])
    expect(await wordsFor(chen, 'recruiter')).toEqual([
      '保护期结束，没有录用',
      '陈思从人才库重新启动，保护期已结束，不再记内推人',
    ])
    expect(await explain(lin, 'referrer')).toMatchObject({ again: false, mine: false })
  })
})

it('says who may claim and object, and to recruiters what waits', async () => {
  await claim('是王磊')
  await object(lin, '是我')
  expect(await explain(candidate, 'candidate')).toMatchObject({ mayClaim: false })
  expect(await explain(lin, 'referrer')).toMatchObject({ mayObject: false })
  const { claims } = await explain(chen, 'recruiter')
  expect(claims).toEqual(
    (await company.must(chen, 'claim.list', {})).claims.filter((c) => c.applicationId === id),
  )
  expect(claims.map(({ kind }) => kind).sort()).toEqual(['claimed', 'objected'])
  await rule({ kind: 'keep' })
  expect(await explain(candidate, 'candidate')).toMatchObject({ mayClaim: true })
  // Once per referral, whatever was decided.
  expect(await explain(lin, 'referrer')).toMatchObject({ mayObject: false })
  expect((await explain(chen, 'recruiter')).claims).toEqual([])
})

it('shows an objection about an invitation to the recruiter, and to nobody else but who raised it', async () => {
  const other = await company.person()
  await by.invited(lin, other, jobId)
  company.at(addDays(MONDAY, 2))
  const lost = await by.invited(wang, other, null)
  id = await by.applies(other, jobId)
  await company.must(wang, 'referral.object', {
    ...{ requestId: requestId(), kind: 'invitation', id: lost, words: '我也在' },
  })
  expect(await wordsFor(chen, 'recruiter')).toEqual(['王磊提出申诉：「我也在」'])
  expect(await wordsFor(other, 'candidate')).toEqual([])
  expect(await wordsFor(lin, 'referrer')).toEqual([])
})
