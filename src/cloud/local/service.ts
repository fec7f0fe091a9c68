import { readConfig } from '../config'
import { openService, type Service } from '../context'
import { log } from '../log'
import { createSecrets } from '../secrets'
import { openDatabase } from '../store/database'
import { diskFiles, type DiskFiles } from './doors/files'
import { outboxSms } from './doors/sms'
import { localWechat } from './doors/wechat'
import type { LocalKeys } from './secrets-file'

/** The employer of the demo data. */
const COMPANY = '星河科技'
const CONNECTIONS = 10

export type LocalService = { service: Service; files: DiskFiles }

/** The service with the doors of a developer's machine. Reads nothing from the environment. */
export function openLocalService(parts: {
  databaseUrl: string
  keys: LocalKeys
  filesFolder: string
  publicUrl: string
}): LocalService {
  const { databaseUrl, keys, publicUrl } = parts
  const config = readConfig({
    DATABASE_URL: databaseUrl,
    BOLE_KEYS: `local:${keys.encryption}`,
    BOLE_HASH_KEY: keys.hash,
    BOLE_PUBLIC_URL: publicUrl,
    BOLE_COMPANY: COMPANY,
  })
  const files = diskFiles({
    folder: parts.filesFolder,
    key: Buffer.from(keys.links, 'base64'),
    publicUrl,
  })
  const service = openService({
    db: openDatabase(databaseUrl, {
      max: CONNECTIONS,
      onIdleError: (failure) => log({ call: 'database', failure }),
    }),
    secrets: createSecrets(config.keys, config.hashKey),
    doors: { wechat: localWechat({ publicUrl }), sms: outboxSms, files },
    config,
  })
  return { service, files }
}
