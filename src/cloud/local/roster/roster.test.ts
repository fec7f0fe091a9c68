import sql from 'sql-template-tag'
import { openCompany, type Company } from '@/testing/company'
import type { Phone } from '@/domain/phone'
import { runRoster } from './apply'
import { checkRows } from './check'
import { readCsv, UnreadableFile } from './read-csv'
import { reportLines } from './report'

const HEADER = 'name,employeeNumber,department,role,intern,phone,active'
const CHINESE = '姓名,工号,部门,角色,实习,手机号,在职'
const LIN = '林晓,XH0127,前端平台部,employee,no,13800138001,yes'
const CHEN = '陈思,XH0071,人力与行政部,recruiter,no,+86 138-0013-8002,yes'

const csv = (...lines: string[]) => new TextEncoder().encode(lines.join('\n'))
const check = (...lines: string[]) => checkRows(readCsv(csv(HEADER, ...lines)))

describe('reading the file', () => {
  it.each([
    ['English, LF', csv(HEADER, LIN)],
    [
      'Chinese, CRLF and a mark',
      csv(`\uFEFF${CHINESE}\r`, '林晓,XH0127,前端平台部,员工,否,13800138001,是\r', ''),
    ],
    [
      'quotes, and defaults for what is empty',
      csv(HEADER, '"林晓","XH0127","前端平台部",,,"138 0013 8001",'),
    ],
    [
      'columns in another order',
      csv(
        'phone,active,name,employeeNumber,department,role,intern',
        '13800138001,1,林晓,XH0127,前端平台部,employee,0',
      ),
    ],
  ])('takes %s', (_what, bytes) => {
    expect(checkRows(readCsv(bytes))).toEqual({
      bad: [],
      entries: [
        {
          ...{ line: 2, name: '林晓', employeeNumber: 'XH0127', department: '前端平台部' },
          ...{ role: 'employee', intern: false, active: true, phone: '+8613800138001' },
          ...{ wecom: undefined, email: undefined },
        },
      ],
    })
  })

  it.each([
    ['nothing', csv(''), 'empty'],
    ['a column too few', csv('name,employeeNumber,department,role,intern,phone', LIN), 'active missing'],
    ['a column of its own', csv(`${HEADER},salary`, `${LIN},1`), 'unknown or twice'],
    ['an open quote', csv(HEADER, '"林晓,XH0127'), 'quote'],
    ['GBK', new Uint8Array([0xd0, 0xd5, 0xc3, 0xfb, 0x2c]), 'not UTF-8'],
  ])('refuses a file with %s', (_what, bytes, words) => {
    expect(() => readCsv(bytes)).toThrow(UnreadableFile)
    expect(() => readCsv(bytes)).toThrow(words)
  })

  it.each([
    [',XH1,部,employee,no,13800138009,yes', 'name is empty'],
    ['甲,,部,employee,no,13800138009,yes', 'employeeNumber is empty'],
    ['甲,XH1,部,boss,no,13800138009,yes', 'role must be'],
    ['甲,XH1,部,toString,no,13800138009,yes', 'role must be'],
    ['甲,XH1,部,employee,maybe,13800138009,yes', 'intern must be'],
    ['甲,XH1,部,employee,no,13800138009,soon', 'active must be'],
    ['甲,XH1,部,employee,no,1380013800,yes', 'no phone number'],
    ['甲,XH1,部,employee,no,1.38E+10,yes', 'spreadsheet'],
    ['甲,XH1,部,employee,no', 'not as many fields'],
    ['甲,XH0127,部,employee,no,13800138009,yes', 'has the employee number of line 2'],
    ['甲,XH1,部,employee,no,+8613800138001,yes', 'has the phone number of line 2'],
  ])('names the line and the reason of %s', (row, reason) => {
    const { bad } = check(LIN, '', row)
    expect(bad).toEqual([{ line: 4, reason: expect.stringContaining(reason) }])
    expect(bad[0]?.reason).not.toMatch(/\d{7}/)
  })

  it.each([
    [`${HEADER},wecom,email`, `${LIN},lin.xiao,lin@xinghe.example`, 'lin.xiao', 'lin@xinghe.example'],
    [`邮箱,${CHINESE},企业微信`, `lin@xinghe.example,${LIN},XH0127`, 'XH0127', 'lin@xinghe.example'],
    [`${HEADER},email`, `${LIN},`, undefined, null],
    [`${HEADER},wecom,email`, `${LIN},,`, null, null],
  ])('takes how colleagues are reached, where the file has it: %s', (header, row, wecom, email) => {
    expect(checkRows(readCsv(csv(header, row)))).toMatchObject({ bad: [], entries: [{ wecom, email }] })
  })

  it.each([
    [`${LIN.replace('XH0127', 'XH1').replace('8001', '8009')},林晓,`, 'wecom is no account id'],
    [`${LIN.replace('XH0127', 'XH1').replace('8001', '8009')},a b,`, 'wecom is no account id'],
    [`${LIN.replace('XH0127', 'XH1').replace('8001', '8009')},,lin@`, 'email is no address'],
    [`${LIN.replace('XH0127', 'XH1').replace('8001', '8009')},,"a@b.cn, c@d.cn"`, 'email is no address'],
    [`${LIN.replace('XH0127', 'XH1').replace('8001', '8009')},lin.xiao,`, 'has the WeCom account of line 2'],
  ])('names what is wrong with how a colleague is reached: %s', (row, reason) => {
    const rows = csv(`${HEADER},wecom,email`, `${LIN},lin.xiao,lin@xinghe.example`, row)
    expect(checkRows(readCsv(rows)).bad).toEqual([{ line: 3, reason: expect.stringContaining(reason) }])
  })

  it.each(['\n', '\r\n', '\r'])('counts the lines of a field that has several', (end) => {
    const rows = [HEADER, `"林${end}晓",XH1,部,,,13800138009,`, '甲,XH2,部,boss,,13800138008,']
    const { bad } = checkRows(readCsv(new TextEncoder().encode(rows.join(end))))
    expect(bad).toMatchObject([{ line: 2, reason: expect.stringContaining('line break') }, { line: 4 }])
  })
})

describe('against a database', () => {
  let company: Company
  const now = new Date('2026-11-23T10:00:00+08:00')

  beforeEach(async () => {
    company = await openCompany()
  })
  afterEach(() => company.close())

  const run = (
    lines: string[],
    options: { apply?: boolean; deactivateMissing?: boolean } = { apply: true },
  ) =>
    runRoster({
      ...{ databaseUrl: company.url, secrets: company.service.secrets, now },
      ...{ apply: false, deactivateMissing: false, ...options, ...check(...lines) },
    })
  const employees = () =>
    company.service.db.rows<{
      employee_number: string
      active: boolean
      role: string
      phone_hash: string
      phone_enc: string
    }>(
      sql`select employee_number, active, role, phone_hash, phone_enc from employee order by employee_number`,
    )
  const holder = async (phone: string) => {
    const hash = company.service.secrets.phoneHash(phone as Phone)
    const found = (await employees()).find(({ phone_hash }) => phone_hash === hash)
    expect(found && company.service.secrets.decrypt(found.phone_enc)).toBe(phone)
    return found?.employee_number
  }

  it('shows what it would do and writes nothing unless told to', async () => {
    const plan = await run([LIN, CHEN], {})
    expect(plan).toMatchObject({ applied: false, added: [{ entry: { line: 2 } }, { entry: { line: 3 } }] })
    expect(await employees()).toEqual([])
    expect(reportLines(plan).at(-1)).toContain('--apply')
  })

  it('writes once: the second run finds nothing to do', async () => {
    expect(await run([LIN, CHEN])).toMatchObject({ applied: true, added: { length: 2 } })
    const before = await employees()
    expect(await run([LIN, CHEN])).toMatchObject({ added: [], changed: [], unchanged: 2 })
    expect(await employees()).toEqual(before)
    expect(await holder('+8613800138002')).toBe('XH0071')
  })

  it('makes a colleague of somebody who has proved the number, and no longer when they leave', async () => {
    const somebody = await company.person('+8613800138002')
    await run([CHEN])
    expect((await company.must(somebody, 'me.get', {})).roles).toContain('recruiter')
    await run([CHEN.replace(/yes$/, 'no')])
    expect((await company.must(somebody, 'me.get', {})).roles).toEqual(['visitor', 'person'])
  })

  it('tells what changes, without name and number', async () => {
    await run([LIN])
    const plan = await run(['林小晓,XH0127,后端基础部,recruiter,no,13900139001,yes'])
    const text = reportLines(plan).join('\n')
    expect(text).toContain(
      '~ XH0127 (line 2): department 前端平台部 → 后端基础部, role employee → recruiter, name, phone',
    )
    expect(text).not.toMatch(/\d{7}|林/)
    expect(await holder('+8613900139001')).toBe('XH0127')
  })

  it('writes how colleagues are reached, and leaves it alone where the file does not say', async () => {
    const reached = () =>
      company.service.db.rows(sql`select wecom_id, email from employee order by employee_number`)
    const runWith = (header: string, ...lines: string[]) =>
      runRoster({
        ...{ databaseUrl: company.url, secrets: company.service.secrets, now, apply: true },
        ...{ deactivateMissing: false, ...checkRows(readCsv(csv(header, ...lines))) },
      })
    const added = await runWith(`${HEADER},wecom,email`, `${LIN},lin.xiao,lin@xinghe.example`)
    expect(reportLines(added)[0]).toBe('+ XH0127 (line 2): 前端平台部, employee, wecom, email')
    await run([LIN.replace('前端平台部', '后端基础部')])
    expect(await reached()).toEqual([{ wecom_id: 'lin.xiao', email: 'lin@xinghe.example' }])

    const changed = await runWith(`${HEADER},email`, `${LIN.replace('前端平台部', '后端基础部')},`)
    expect(reportLines(changed)[0]).toBe('~ XH0127 (line 2): email')
    expect(await reached()).toEqual([{ wecom_id: 'lin.xiao', email: null }])
  })

  it('lets two people swap their numbers', async () => {
    await run([LIN, CHEN])
    const [lin = '', chen = ''] = [
      LIN.replace('13800138001', '13800138002'),
      CHEN.replace('138-0013-8002', '13800138001'),
    ]
    expect(await run([lin, chen])).toMatchObject({ applied: true, changed: { length: 2 } })
    expect(await holder('+8613800138002')).toBe('XH0127')
    expect(await holder('+8613800138001')).toBe('XH0071')
  })

  it('writes nothing at all while one row is bad', async () => {
    const plan = await run([LIN, '甲,XH1,部,boss,no,13800138009,yes'])
    expect(plan).toMatchObject({ applied: false, bad: [{ line: 3 }] })
    expect(await employees()).toEqual([])
  })

  it('refuses a number that belongs to somebody who is not in the file', async () => {
    await run([LIN])
    const plan = await run(['甲,XH0300,部,employee,no,13800138001,yes'])
    expect(plan.bad).toEqual([{ line: 2, reason: 'has the phone number of XH0127, who is not in the file' }])
  })

  it('deactivates who is not in the file only when asked to', async () => {
    await run([LIN, CHEN])
    expect(await run([LIN])).toMatchObject({ deactivated: [], missing: ['XH0071'] })
    expect((await employees()).every(({ active }) => active)).toBe(true)
    expect(await run([LIN], { apply: true, deactivateMissing: true })).toMatchObject({
      deactivated: ['XH0071'],
    })
    expect(await employees()).toMatchObject([{ employee_number: 'XH0071', active: false }, { active: true }])
  })
})
