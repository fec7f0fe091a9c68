import { randomBytes } from 'node:crypto'
import { readConfig } from '../../../config'
import { openService, type Service } from '../../../context'
import type { Doors } from '../../../doors'
import { createSecrets } from '../../../secrets'
import { openDatabase } from '../../../store/database'

/** What every process of the simulated company is told. */
export type Parts = { databaseUrl: string; encryption: string; hash: string }

const TEMPLATES = {
  progress: { id: 'progress', fields: { job: 'thing1', stage: 'phrase2', time: 'time3', note: 'thing4' } },
  answer: { id: 'answer', fields: { who: 'name1', job: 'thing2', note: 'thing3' } },
  task: { id: 'task', fields: { who: 'name1', job: 'thing2', time: 'time3', note: 'thing4' } },
}

export function newParts(databaseUrl: string): Parts {
  const key = () => randomBytes(32).toString('base64')
  return { databaseUrl, encryption: key(), hash: key() }
}

/** A service of one instance, on connections of its own. */
export function openInstance(
  { databaseUrl, encryption, hash }: Parts,
  doors: Doors,
  connections: number,
): Service {
  const config = readConfig({
    DATABASE_URL: databaseUrl,
    BOLE_KEYS: `simulated:${encryption}`,
    BOLE_HASH_KEY: hash,
    BOLE_PUBLIC_URL: 'https://refer.example.com',
    BOLE_COMPANY: '星河科技',
    BOLE_TEMPLATES: JSON.stringify(TEMPLATES),
  })
  return openService({
    config,
    secrets: createSecrets(config.keys, config.hashKey),
    db: openDatabase(databaseUrl, { max: connections, onIdleError: () => undefined }),
    doors,
  })
}
