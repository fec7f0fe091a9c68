import { parsePhone } from '@/domain/phone'
import { readRole, readYesNo, type Column, type RosterEntry } from './columns'
import type { CsvRow, Fields } from './read-csv'

/** A row that cannot be taken, and why. Never quotes a phone number or a name. */
export type BadRow = { line: number; reason: string }

export type CheckedRows = { entries: RosterEntry[]; bad: BadRow[] }

const NAME_LIMIT = 60
const TEXT_LIMIT = 60
/** A member's id in WeCom: 1 to 64 of these. */
const WECOM_ID = /^[A-Za-z0-9][A-Za-z0-9_.@-]{0,63}$/
const EMAIL = /^(?=.{3,254}$)[^\s<>,;:"()@]+@[^\s<>,;:"()@]+\.[^\s<>,;:"()@.]+$/

/** What the file alone can tell; what collides with the database comes later. */
export function checkRows(rows: readonly CsvRow[]): CheckedRows {
  const entries: RosterEntry[] = []
  const bad: BadRow[] = []
  for (const { line, fields } of rows) {
    const problems = fields ? problemsOf(fields) : ['not as many fields as the first line has']
    const entry = fields && problems.length === 0 ? entryOf(line, fields) : undefined
    if (entry) entries.push(entry)
    else bad.push({ line, reason: problems.join('; ') })
  }
  bad.push(
    ...repeats(entries, 'employeeNumber', 'the employee number'),
    ...repeats(entries, 'phone', 'the phone number'),
    ...repeats(entries, 'wecom', 'the WeCom account'),
  )
  return { entries, bad: bad.sort((a, b) => a.line - b.line) }
}

function problemsOf(fields: Fields): string[] {
  const problems = [
    textProblem('name', fields.name, NAME_LIMIT),
    textProblem('employeeNumber', fields.employeeNumber, TEXT_LIMIT),
    textProblem('department', fields.department, TEXT_LIMIT),
    readRole(fields.role) ? null : 'role must be employee, recruiter or admin (员工, 招聘, 管理员)',
    readYesNo(fields.intern, false) === undefined ? 'intern must be yes or no (是, 否)' : null,
    readYesNo(fields.active, true) === undefined ? 'active must be yes or no (是, 否)' : null,
    parsePhone(fields.phone) ? null : phoneProblem(fields.phone),
    !fields.wecom || WECOM_ID.test(fields.wecom) ? null : 'wecom is no account id of WeCom',
    !fields.email || EMAIL.test(fields.email) ? null : 'email is no address',
  ]
  return problems.filter((problem) => problem !== null)
}

function textProblem(column: Column, text: string, limit: number): string | null {
  if (text === '') return `${column} is empty`
  if (/\p{Cc}/u.test(text)) return `${column} has a line break or another control character in it`
  return text.length > limit ? `${column} has more than ${limit} characters` : null
}

function phoneProblem(text: string): string {
  if (text === '') return 'phone is empty'
  // What a spreadsheet makes of eleven digits in a narrow column.
  if (/^\d(\.\d+)?e\+?\d+$/i.test(text))
    return 'phone was turned into 1.38E+10 by a spreadsheet: format the column as text'
  return 'phone is no phone number'
}

function entryOf(line: number, fields: Fields): RosterEntry | undefined {
  const phone = parsePhone(fields.phone)
  const role = readRole(fields.role)
  if (!phone || !role) return undefined
  const { name, employeeNumber, department } = fields
  const intern = readYesNo(fields.intern, false) === true
  const active = readYesNo(fields.active, true) === true
  const wecom = fields.wecom === '' ? null : fields.wecom
  const email = fields.email === '' ? null : fields.email
  return { line, name, employeeNumber, department, role, intern, active, phone, wecom, email }
}

function repeats(
  entries: readonly RosterEntry[],
  key: 'employeeNumber' | 'phone' | 'wecom',
  what: string,
): BadRow[] {
  const first = new Map<string, number>()
  return entries.flatMap((entry) => {
    const value = entry[key]
    if (!value) return []
    const earlier = first.get(value)
    if (earlier !== undefined) return [{ line: entry.line, reason: `has ${what} of line ${earlier}` }]
    first.set(value, entry.line)
    return []
  })
}
