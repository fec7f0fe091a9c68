import { openService } from '@/cloud/context'
import { dispatch } from '@/cloud/dispatch'
import { logTo } from '@/cloud/log'
import { createSecrets } from '@/cloud/secrets'
import { openDatabase } from '@/cloud/store/database'
import { CHANNELS } from '@/testing/channels'
import { memoryDoors } from '@/testing/doors'
import sql from 'sql-template-tag'
import { mortal } from './mortal'
import type { Order, Served } from './order'

// A function in a process of its own, that serves one call and may die over it.

process.once('message', (order: Order) => void serve(order))

async function serve({ config, keys, call, input, loginKey, now, death }: Order): Promise<void> {
  logTo(() => undefined)
  const real = openDatabase(config.databaseUrl, { max: 1, onIdleError: () => undefined })
  // Connected before the call: a statement of the call that is sent is on its way at once.
  await real.rows(sql`select 1`)
  const encryption = new Map([['k1', Buffer.from(keys.encryption, 'base64')]])
  const hashKey = Buffer.from(keys.hash, 'base64')
  const { db, ran } = mortal(real, death)
  const service = openService({
    db,
    secrets: createSecrets(encryption, hashKey),
    doors: memoryDoors(),
    config: { ...config, keys: encryption, hashKey, templates: CHANNELS.templates },
  })
  const visitor = { loginKey, openid: null, userAgent: null, upload: null }
  const reply = await dispatch(call, input, { ...service, ...visitor, now: new Date(now) })
  const served: Served = { reply, statements: ran() }
  process.send?.(served, () => void real.close().then(() => process.disconnect()))
}
