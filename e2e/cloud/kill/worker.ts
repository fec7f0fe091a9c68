import { appendFileSync } from 'node:fs'
import sql from 'sql-template-tag'
import { openService } from '@/cloud/context'
import type { Handed } from '@/cloud/doors/handed'
import { logTo } from '@/cloud/log'
import { deliverDue } from '@/cloud/outbox'
import { createSecrets } from '@/cloud/secrets'
import { openDatabase } from '@/cloud/store/database'
import { CHANNELS } from '@/testing/channels'
import { memoryDoors } from '@/testing/doors'
import { die, mortal } from './mortal'
import type { WorkOrder } from './order'

// A worker in a process of its own, that delivers what is due and may die over it.

process.once('message', (order: WorkOrder) => void work(order))

async function work({ config, keys, now, death, ledger }: WorkOrder): Promise<void> {
  logTo(() => undefined)
  const real = openDatabase(config.databaseUrl, { max: 2, onIdleError: () => undefined })
  await real.rows(sql`select 1`)
  const encryption = new Map([['k1', Buffer.from(keys.encryption, 'base64')]])
  const hashKey = Buffer.from(keys.hash, 'base64')
  const { db } = mortal(real, death && 'statement' in death ? death : null)
  let hands = 0
  /** What is in the ledger has arrived, whatever becomes of us. */
  const take = async (channel: string, id: string): Promise<Handed> => {
    hands += 1
    if (death && 'hand' in death && hands === death.hand && death.when === 'before') return die()
    appendFileSync(ledger, `${channel} ${id}\n`)
    if (death && 'hand' in death && hands === death.hand) return die()
    return { outcome: 'sent' }
  }
  const doors = memoryDoors()
  const service = openService({
    db,
    secrets: createSecrets(encryption, hashKey),
    doors: {
      ...doors,
      sms: { ...doors.sms, send: ({ id }) => take('sms', id) },
      wecom: { ...doors.wecom, send: ({ id }) => take('wecom', id) },
    },
    config: { ...config, keys: encryption, hashKey, templates: CHANNELS.templates },
  })
  const sent = await deliverDue(service, new Date(now))
  process.send?.({ sent }, () => void real.close().then(() => process.disconnect()))
}
