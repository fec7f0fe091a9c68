import path from 'node:path'
import { PROJECT } from '../../folder'
import { bundle } from '../bundle'

const POOL = `
import { Pool } from 'pg'
const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 2 })
async function ask() {
  const { rows } = await pool.query('select count(*) as jobs from job')
  return { ok: true, data: rows[0] }
}
`

const SOURCES = {
  /** What a function that asks the database cannot do without: `pg` alone and one query. */
  event: `${POOL} export const main = ask`,
  /** The same, for one that speaks HTTP through Hono. */
  http: `
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
${POOL}
const app = new Hono().post('/api/:call', async (c) => c.json(await ask()))
serve({ fetch: app.fetch, hostname: '127.0.0.1', port: Number(process.env.PORT) })
`,
}

/** Bundled as ours are. */
export async function buildBare(kind: keyof typeof SOURCES, folder: string): Promise<void> {
  await bundle(
    { stdin: { contents: SOURCES[kind], resolveDir: PROJECT, loader: 'js' } },
    path.join(folder, 'index.js'),
  )
}
