import { readConfig } from '../config'
import { openService, type Service } from '../context'
import { log } from '../log'
import { createSecrets } from '../secrets'
import { openDatabase } from '../store/database'
import { diskFiles, type DiskFiles } from './doors/files'
import { localMail } from './doors/mail'
import { localMessages, type LocalMessages } from './doors/messages'
import { outboxSms } from './doors/sms'
import { localWechat } from './doors/wechat'
import { localWecom } from './doors/wecom'
import type { LocalKeys } from './secrets-file'

/** The employer of the demo data. */
const COMPANY = '星河科技'
const CONNECTIONS = 10
/** Templates such as a company has them, so that every channel can be seen here. */
const TEMPLATES = {
  progress: {
    id: 'local-progress',
    fields: { job: 'thing1', stage: 'phrase2', time: 'time3', note: 'thing4' },
  },
  answer: { id: 'local-answer', fields: { who: 'name1', job: 'thing2', note: 'thing3' } },
  task: { id: 'local-task', fields: { who: 'name1', job: 'thing2', time: 'time3', note: 'thing4' } },
}

export type LocalService = { service: Service; files: DiskFiles; messages: LocalMessages }

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
    BOLE_TEMPLATES: JSON.stringify(TEMPLATES),
  })
  const files = diskFiles({
    folder: parts.filesFolder,
    key: Buffer.from(keys.links, 'base64'),
    publicUrl,
  })
  const messages = localMessages()
  const service = openService({
    db: openDatabase(databaseUrl, {
      max: CONNECTIONS,
      onIdleError: (failure) => log({ call: 'database', failure }),
    }),
    secrets: createSecrets(config.keys, config.hashKey),
    doors: {
      wechat: localWechat({ publicUrl, messages }),
      sms: outboxSms,
      files,
      wecom: localWecom(messages),
      mail: localMail(messages),
    },
    config,
  })
  return { service, files, messages }
}
