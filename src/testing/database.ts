import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { startPostgres } from '@/cloud/local/postgres'
import { migrate } from '@/cloud/store/migrate'
import { TEST_CLUSTER } from './cluster'

export type TestDatabase = { url: string; drop(): Promise<void> }

const TEMPLATE = 'bole_template'

/**
 * A migrated, empty database of the caller's own, in ~100 ms. One for a test file is the rule:
 *
 *     const database = await openTestDatabase()  // beforeAll
 *     await database.drop()                      // afterAll, once its connections are closed
 */
export async function openTestDatabase(): Promise<TestDatabase> {
  const server = await testServer()
  await makeTemplate(server)
  return create(server, `test_${randomBytes(8).toString('hex')}`, TEMPLATE)
}

/** A database without our tables: for tests of the migrations themselves. */
export async function openEmptyDatabase(): Promise<TestDatabase> {
  return create(await testServer(), `empty_${randomBytes(8).toString('hex')}`, 'template0')
}

async function create(server: string, name: string, template: string): Promise<TestDatabase> {
  await admin(server, (client) => client.query(`create database ${name} template ${template}`))
  return {
    url: withDatabase(server, name),
    drop: async () =>
      void (await admin(server, (client) => client.query(`drop database ${name} with (force)`))),
  }
}

async function testServer(): Promise<string> {
  const dataDir = process.env[TEST_CLUSTER]
  if (!dataDir)
    throw new Error(`${TEST_CLUSTER} is not set: this jest project needs start-postgres as its globalSetup.`)
  const { url } = await startPostgres({ dataDir, durable: false })
  return url
}

/** The first worker migrates, the others wait for it. */
async function makeTemplate(server: string): Promise<void> {
  await admin(server, async (client) => {
    await client.query(`select pg_advisory_lock(hashtext('${TEMPLATE}'))`)
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [TEMPLATE])
    if (rowCount) return
    const draft = `${TEMPLATE}_draft`
    await client.query(`drop database if exists ${draft}`)
    await client.query(`create database ${draft}`)
    await migrate(withDatabase(server, draft))
    // Renamed when whole: a failed migration must not become the template.
    await client.query(`alter database ${draft} rename to ${TEMPLATE}`)
  })
}

async function admin<T>(server: string, use: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: withDatabase(server, 'postgres') })
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.toString()
}
