import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { Sql } from 'sql-template-tag'
import { openDatabase } from '../../../store/database'

export type BareParts = {
  databaseUrl: string
  statement: { strings: string[]; values: unknown[] }
  /** The value that is another one in each call, so that a write writes. */
  anew: string | null
}

/**
 * What a call of one statement through HTTP cannot do without: Hono, a JSON body, one statement, its row as JSON. No identity, no checks, no keys.
 * From pgbench to here is the price of HTTP and JSON in Node; from here to the HTTP face is what Bole adds.
 */
process.once('message', ({ databaseUrl, statement, anew }: BareParts) => {
  const onIdleError = (error: Error) => void process.stderr.write(`${error.name}\n`)
  const db = openDatabase(databaseUrl, { max: 10, onIdleError })
  let calls = 0
  const next = () => {
    const value = `${anew}-${++calls}`
    return statement.values.map((one) => (one !== null && one === anew ? value : one))
  }
  const app = new Hono()
  app.post('/api/:call', async (c) => {
    await c.req.json()
    return c.json({ ok: true, data: await db.one(new Sql(statement.strings, next())) })
  })
  serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => process.send?.({ port }))
})
process.once('disconnect', () => process.exit())
