import type { Sql } from 'sql-template-tag'
import type { Database } from '@/cloud/store/database'
import type { Death } from './order'

/** A database whose process is killed at one of its statements. */
export function mortal(real: Database, death: Death | null): { db: Database; ran: () => number } {
  let ran = 0
  const run = async <Answer>(statement: Sql, ask: (statement: Sql) => Promise<Answer>): Promise<Answer> => {
    ran += 1
    if (death?.statement !== ran) return ask(statement)
    if (death.when === 'before') return die()
    const answer = ask(statement)
    if (death.when === 'after') await answer
    else await new Promise((resolve) => setImmediate(resolve))
    return die()
  }
  const db: Database = {
    rows: (statement) => run(statement, (one) => real.rows(one)),
    one: (statement) => run(statement, (one) => real.one(one)),
    statements: 0,
    close: () => real.close(),
  }
  return { db, ran: () => ran }
}

/** No handler and no exit hook runs after this, as when the platform takes the machine away. */
export function die(): Promise<never> {
  process.kill(process.pid, 'SIGKILL')
  return new Promise(() => undefined)
}
