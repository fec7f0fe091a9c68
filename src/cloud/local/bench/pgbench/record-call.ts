import type { Sql } from 'sql-template-tag'
import type { Service } from '@/cloud/context'
import { dispatch } from '@/cloud/dispatch'
import { sessionKey } from '@/cloud/secrets'
import type { Database } from '@/cloud/store/database'
import type { CallName } from '@/contract/calls'
import { tokenOf } from '../ground/population'
import type { Asking } from '../load/operations'

export type Recording = { statements: Sql[]; answer: unknown }

/** Makes one call here and keeps the statements it ran, with their values. */
export async function recordCall(service: Service, call: CallName, asking: Asking): Promise<Recording> {
  const statements: Sql[] = []
  const { db: real } = service
  const keep = (statement: Sql): Sql => {
    statements.push(statement)
    return statement
  }
  const db: Database = {
    rows: (statement) => real.rows(keep(statement)),
    one: (statement) => real.one(keep(statement)),
    statements: 0,
    close: () => real.close(),
  }
  const reply = await dispatch(call, asking.input, {
    ...service,
    db,
    now: new Date(),
    loginKey: asking.person === null ? null : sessionKey(tokenOf(asking.person)),
    ...{ openid: null, userAgent: null, upload: null },
  })
  if (!reply.ok) throw new Error(`${call} answered ${reply.code}: ${reply.message}`)
  return { statements, answer: reply.data }
}
