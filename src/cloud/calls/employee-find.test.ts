import { type Colleague, type Company } from '@/testing/company'
import { openReferredCompany } from '@/testing/referred-company'

let company: Company
let wang: Colleague
let chen: Colleague

beforeAll(async () => {
  ;({ company, wang, chen } = await openReferredCompany())
})
afterAll(() => company.close())

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
