import { mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { sweepTestClusters, TEST_CLUSTER, TEST_CLUSTER_PREFIX } from './cluster'

/**
 * Jest's globalSetup. Only gives this run a folder for its PostgreSQL: the first test that asks for a database
 * starts it, so that a run without such tests pays nothing. Each project calls this; the first one counts.
 */
export default async function startPostgres(): Promise<void> {
  if (process.env[TEST_CLUSTER]) return
  await sweepTestClusters()
  process.env[TEST_CLUSTER] = mkdtempSync(path.join(os.tmpdir(), `${TEST_CLUSTER_PREFIX}${process.pid}-`))
}
