import type { Sql } from 'sql-template-tag'
import { madeIdSql } from '../ground/ids'

export type Script = {
  text: string
  /** Values that are the same in every transaction, for pgbench's `-D`. */
  constants: Record<string, string>
}

/**
 * Turns recorded statements into a pgbench script. What varies from call to call becomes an expression over pgbench's
 * variables: `varying` says which value stands for which. Ids that the call made up become ids made of the variable `n`,
 * which has to be new in each transaction. All other values are sent along as they are: still parameters.
 */
export function toScript(
  statements: readonly Sql[],
  options: { prelude: readonly string[]; varying: ReadonlyMap<string, string> },
): Script {
  const parameters = createParameters(options.varying)
  const texts = statements.map(({ text, values }) =>
    quoteColons(withoutComments(text)).replace(/\$(\d+)/g, (_, place: string) =>
      parameters.expressionOf(values[Number(place) - 1]),
    ),
  )
  return {
    text: [...options.prelude, ...texts.map((text) => `${text.trim()};`), ''].join('\n'),
    constants: parameters.constants,
  }
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/

function createParameters(varying: ReadonlyMap<string, string>) {
  const names = new Map<string, string>()
  const constants: Record<string, string> = {}
  const made = new Map<string, string>()

  const constant = (value: string): string => {
    const name = names.get(value) ?? `v${names.size}`
    names.set(value, name)
    constants[name] = value
    return `:${name}`
  }
  const madeId = (id: string): string => {
    const expression = made.get(id) ?? madeIdSql(made.size, ':n')
    made.set(id, expression)
    return expression
  }
  /** A text in which ids stand, such as a key that must be unique. */
  const mixed = (text: string): string => {
    const parts = text.split(new RegExp(`(${UUID.source})`))
    const expressions = parts
      .filter(Boolean)
      .map((part) => (UUID.test(part) ? `(${idOrKnown(part)})::text` : constant(part)))
    return `(${expressions.join(' || ')})`
  }
  const idOrKnown = (id: string): string => varying.get(id) ?? madeId(id)

  return {
    constants,
    expressionOf(value: unknown): string {
      if (value === null || value === undefined) return 'null'
      const text = inSql(value)
      const known = varying.get(text)
      if (known !== undefined) return known
      if (!UUID.test(text)) return constant(text)
      return text.replace(UUID, '') === '' ? madeId(text) : mixed(text)
    },
  }
}

/** As `pg` sends it: an array in PostgreSQL's own words. */
function inSql(value: unknown): string {
  if (value instanceof Date) return value.toISOString()
  if (!Array.isArray(value)) return String(value)
  return `{${value.map((item) => JSON.stringify(String(item))).join(',')}}`
}

/** pgbench looks for its variables inside quotes too: `'HH24:MI'` would lose its minutes. */
function quoteColons(sql: string): string {
  return sql.replace(/'[^']*'/g, (quoted) =>
    /:\w/.test(quoted) ? `E${quoted.replaceAll('\\', '\\\\').replaceAll(':', '\\x3a')}` : quoted,
  )
}

function withoutComments(sql: string): string {
  return sql.replace(/--.*$/gm, '')
}
