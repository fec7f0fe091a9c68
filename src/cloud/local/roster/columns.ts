import type { Phone } from '@/domain/phone'

export type RosterRole = 'employee' | 'recruiter' | 'admin'

/** An employee as the file tells it, with the line it stands on. */
export type RosterEntry = {
  line: number
  employeeNumber: string
  name: string
  department: string
  role: RosterRole
  intern: boolean
  active: boolean
  phone: Phone
  /** Undefined: the file has no such column, and what is known stays. Null: it is empty. */
  wecom: string | null | undefined
  email: string | null | undefined
}

export const COLUMNS = ['name', 'employeeNumber', 'department', 'role', 'intern', 'phone', 'active'] as const
/** May be left out, then nothing about them changes. */
export const OPTIONAL_COLUMNS = ['wecom', 'email'] as const
export type Column = (typeof COLUMNS)[number] | (typeof OPTIONAL_COLUMNS)[number]

/** Both headers are fine, also mixed. */
export const HEADERS: Readonly<Record<string, Column>> = {
  ...Object.fromEntries([...COLUMNS, ...OPTIONAL_COLUMNS].map((column) => [column, column])),
  姓名: 'name',
  工号: 'employeeNumber',
  部门: 'department',
  角色: 'role',
  实习: 'intern',
  手机号: 'phone',
  在职: 'active',
  企业微信: 'wecom',
  邮箱: 'email',
}

const ROLES: Readonly<Record<string, RosterRole>> = {
  '': 'employee',
  employee: 'employee',
  员工: 'employee',
  recruiter: 'recruiter',
  招聘: 'recruiter',
  admin: 'admin',
  管理员: 'admin',
}

const YES = ['yes', 'y', 'true', '1', '是', '在职']
const NO = ['no', 'n', 'false', '0', '否', '离职']

/** An empty field is an ordinary employee. Undefined: no role of ours. */
export function readRole(text: string): RosterRole | undefined {
  const key = text.toLowerCase()
  return Object.hasOwn(ROLES, key) ? ROLES[key] : undefined
}

/** Undefined: neither yes nor no. */
export function readYesNo(text: string, whenEmpty: boolean): boolean | undefined {
  const word = text.toLowerCase()
  if (word === '') return whenEmpty
  if (YES.includes(word)) return true
  return NO.includes(word) ? false : undefined
}
