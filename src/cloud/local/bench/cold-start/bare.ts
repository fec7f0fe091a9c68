import path from 'node:path'
import { PROJECT } from '../../folder'
import { bundle } from '../bundle'

const SOURCE = `
import { Pool } from 'pg'
const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 2 })
export async function main() {
  const { rows } = await pool.query('select count(*) as jobs from job')
  return { ok: true, data: rows[0] }
}
`

/** What a function that asks the database cannot do without: `pg` alone and one query, bundled as ours are. */
export async function buildBare(folder: string): Promise<void> {
  await bundle(
    { stdin: { contents: SOURCE, resolveDir: PROJECT, loader: 'js' } },
    path.join(folder, 'index.js'),
  )
}
