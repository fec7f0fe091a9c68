import { removePostgres } from '../cloud/local/postgres'
import { TEST_CLUSTER } from './cluster'

/** Jest's globalTeardown: stops and removes this run's PostgreSQL, once. */
export default async function stopPostgres(): Promise<void> {
  const dataDir = process.env[TEST_CLUSTER]
  if (!dataDir) return
  delete process.env[TEST_CLUSTER]
  await removePostgres({ dataDir })
}
