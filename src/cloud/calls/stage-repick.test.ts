import { addDays } from '@/domain/shanghai'
import { MONDAY, type Colleague, type Company, type Somebody } from '@/testing/company'
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
