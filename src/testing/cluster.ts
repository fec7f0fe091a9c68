import { lstatSync, readdirSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { removePostgres } from '../cloud/local/postgres'

// Relative imports in this file and its importers: jest loads them without its module name mapping.

/** The environment variable that tells jest's workers where this run's PostgreSQL keeps its data. */
export const TEST_CLUSTER = 'BOLE_TEST_CLUSTER'

export const TEST_CLUSTER_PREFIX = 'bole-test-'

/** A run that was killed leaves its server running: the next run clears it away. */
export async function sweepTestClusters(): Promise<void> {
  for (const name of readdirSync(os.tmpdir())) {
    const pid = Number(new RegExp(`^${TEST_CLUSTER_PREFIX}(\\d+)-`).exec(name)?.[1])
    const dataDir = path.join(os.tmpdir(), name)
    if (pid && !isAlive(pid) && isMine(dataDir)) await removePostgres({ dataDir }).catch(() => undefined)
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function isMine(folder: string): boolean {
  const stat = lstatSync(folder, { throwIfNoEntry: false })
  return stat !== undefined && stat.isDirectory() && (!process.getuid || stat.uid === process.getuid())
}
