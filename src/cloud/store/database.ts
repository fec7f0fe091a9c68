import { createHash } from 'node:crypto'
import { DatabaseError, Pool, types } from 'pg'
import type { Sql } from 'sql-template-tag'
import { AppError } from '@/contract/errors'

/** How many statements ran, for the tests and the bench that hold a call to its round trips. */
export type Database = {
  /** Runs one statement and gives its rows. Throws `unavailable` when the server cannot be reached. */
  rows<Row extends object>(statement: Sql): Promise<Row[]>
  /** The only row of a statement that always gives one. */
  one<Row extends object>(statement: Sql): Promise<Row>
  readonly statements: number
  close(): Promise<void>
}

const INT8 = 20
const DATE = 1082
types.setTypeParser(INT8, Number)
types.setTypeParser(DATE, (text) => text)

/**
 * Opens a pool. `max` is 1–2 in a function, which serves one request at a time, and more in the local server.
 * Statements are prepared once per connection under a name made of their text.
 */
export function openDatabase(
  url: string,
  options: { max: number; onIdleError: (error: Error) => void },
): Database {
  const pool = new Pool({
    connectionString: url,
    max: options.max,
    connectionTimeoutMillis: 5_000,
    query_timeout: 15_000,
    statement_timeout: 15_000,
    keepAlive: true,
  })
  // Without a listener one idle connection that the server drops ends the whole process.
  pool.on('error', options.onIdleError)
  const prepared = preparer()
  let statements = 0

  async function rows<Row extends object>(statement: Sql): Promise<Row[]> {
    statements += 1
    try {
      const { name, text } = prepared(statement.text)
      const result = await pool.query<Row>({ name, text, values: statement.values.map(inSql) })
      return result.rows
    } catch (error) {
      throw isAway(error)
        ? new AppError('unavailable', 'The database cannot be reached', { retryAfter: 3 })
        : error
    }
  }

  return {
    rows,
    async one<Row extends object>(statement: Sql) {
      const [row] = await rows<Row>(statement)
      if (!row) throw new Error('A statement that always gives a row gave none')
      return row
    },
    get statements() {
      return statements
    },
    close: () => pool.end(),
  }
}

/** The name of the violated constraint when an error is a unique violation, else null. */
export function violatedUnique(error: unknown): string | null {
  return error instanceof DatabaseError && error.code === '23505' ? (error.constraint ?? '') : null
}

type Prepared = { name: string; text: string }

/**
 * Gives a statement's name and its text as it was given first. Looked for by length: a statement is composed anew for
 * each call, and to hash some kilobytes of it costs a fifth of what the call does, to compare them next to nothing. What
 * comes back is the same string each time, which `pg` then need not compare either.
 */
function preparer(): (text: string) => Prepared {
  const byLength = new Map<number, Prepared[]>()
  return (text) => {
    const alike = byLength.get(text.length) ?? []
    const known = alike.find((one) => one.text === text)
    if (known) return known
    const made = { name: createHash('sha1').update(text).digest('base64url').slice(0, 16), text }
    byLength.set(text.length, [...alike, made])
    return made
  }
}

/** `pg` would write a moment in local time, part by part. */
function inSql(value: unknown): unknown {
  return value instanceof Date ? value.toISOString() : value
}

/** Server starting or stopping, connection refused or lost, no connection free in time. */
function isAway(error: unknown): boolean {
  if (error instanceof DatabaseError) return /^(08|57P|53300)/.test(error.code ?? '')
  const { code, message } = error as NodeJS.ErrnoException
  return (
    /^(ECONN|ENOTFOUND|EPIPE|ETIMEDOUT)/.test(code ?? '') ||
    /timeout|terminated|Connection/.test(message ?? '')
  )
}
