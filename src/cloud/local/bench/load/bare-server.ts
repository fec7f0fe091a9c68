import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { Sql } from 'sql-template-tag'
import { openDatabase } from '../../../store/database'

export type BareParts = { databaseUrl: string; statement: { strings: string[]; values: unknown[] } }

/**
 * What a read through HTTP cannot do without: Hono, a JSON body, one statement, its row as JSON. No identity, no checks, no keys.
 * From pgbench to here is the price of HTTP and JSON in Node; from here to the HTTP face is what Bole adds.
 */
process.once('message', ({ databaseUrl, statement }: BareParts) => {
  const onIdleError = (error: Error) => void process.stderr.write(`${error.name}\n`)
  const db = openDatabase(databaseUrl, { max: 10, onIdleError })
  const asked = new Sql(statement.strings, statement.values)
  const app = new Hono()
  app.post('/api/:call', async (c) => {
    await c.req.json()
    return c.json({ ok: true, data: await db.one(asked) })
  })
  serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => process.send?.({ port }))
})
process.once('disconnect', () => process.exit())
