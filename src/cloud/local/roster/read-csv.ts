import { CsvError, parse } from 'csv-parse/sync'
import * as v from 'valibot'
import { COLUMNS, HEADERS, type Column } from './columns'

/** What stands in a row. Of a column that the file does not have: nothing. */
export type Fields = Record<(typeof COLUMNS)[number], string> & Partial<Record<Column, string>>

/** A row of the file: the line it begins on, and its fields by column; `fields` is null when their number is wrong. */
export type CsvRow = { line: number; fields: Fields | null }

/** A file that cannot be read at all. Its message is for the person who made it and quotes no field. */
export class UnreadableFile extends Error {}

const records = v.array(v.object({ record: v.array(v.string()), info: v.object({ lines: v.number() }) }))

/** Reads the roster's CSV: UTF-8 with or without a mark, quotes, any line ends, columns in any order. */
export function readCsv(bytes: Uint8Array): CsvRow[] {
  const [head, ...rows] = parseRecords(decode(bytes))
  if (!head) throw new UnreadableFile('The file is empty.')
  const columns = readHeader(head.cells)
  return rows.map(({ line, cells }) => ({
    line,
    fields: cells.length === columns.length ? fieldsOf(cells, columns) : null,
  }))
}

/** Every record that is not blank, with the line it begins on: the library tells the line it ends on. */
function parseRecords(text: string): { line: number; cells: string[] }[] {
  let ended = 0
  return parseText(text)
    .map(({ record, info }) => {
      const line = ended + 1
      ended = info.lines
      return { line, cells: record }
    })
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
}

function parseText(text: string): v.InferOutput<typeof records> {
  // One kind of line end: the library counts two lines for "\r\n" inside quotes.
  const lines = text.replace(/\r\n?/g, '\n')
  try {
    return v.parse(records, parse(lines, { bom: true, info: true, relax_column_count: true, trim: true }))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = typeof error.lines === 'number' ? ` near line ${error.lines}` : ''
    throw new UnreadableFile(`The file is no CSV${line}: a quote is missing or stands in the wrong place.`)
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new UnreadableFile('The file is not UTF-8. In Excel, save it as "CSV UTF-8".')
  }
}

function readHeader(cells: readonly string[]): Column[] {
  const columns = cells.map((cell) => (Object.hasOwn(HEADERS, cell) ? HEADERS[cell] : undefined))
  const known = columns.filter((column) => column !== undefined)
  const missing = COLUMNS.filter((column) => !known.includes(column))
  const complete = missing.length === 0 && new Set(known).size === cells.length
  if (complete) return known
  const problem = missing.length > 0 ? `${missing.join(', ')} missing` : 'a column unknown or twice'
  throw new UnreadableFile(
    `The first line must name the columns ${COLUMNS.join(',')} or 姓名,工号,部门,角色,实习,手机号,在职; wecom,email or 企业微信,邮箱 may follow (${problem}).`,
  )
}

function fieldsOf(record: readonly string[], columns: readonly Column[]): Fields {
  const fields: Fields = {
    name: '',
    employeeNumber: '',
    department: '',
    role: '',
    intern: '',
    phone: '',
    active: '',
  }
  columns.forEach((column, index) => (fields[column] = record[index] ?? ''))
  return fields
}
