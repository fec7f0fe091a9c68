import type { Service } from '@/cloud/context'
import { logTo } from '@/cloud/log'
import { deliverDue } from '@/cloud/outbox'
import { openLocalService } from '../../service'
import type { Answer, Order } from './orders'

/** A worker in a process of its own, as the platform runs them: it delivers what is due whenever it is told to. */
let service: Service | undefined
let given: string[] = []

process.on('message', (order: Order) => {
  if ('parts' in order) {
    service = counting(openLocalService(order.parts).service)
    answer({ ready: true })
  } else void deliver(new Date(order.now))
})
process.once('disconnect', () => process.exit())
logTo(() => undefined)

async function deliver(now: Date): Promise<void> {
  if (!service) throw new Error('Nobody has said where to work')
  given = []
  await deliverDue(service, now, { ms: Infinity, clock: () => 0 })
  answer({ given })
}

/** The local doors, and a list of what they were given. */
function counting(local: Service): Service {
  const { wecom } = local.doors
  const send: typeof wecom.send = (message) => {
    given.push(message.id)
    return wecom.send(message)
  }
  return { ...local, doors: { ...local.doors, wecom: { ...wecom, send } } }
}

function answer(said: Answer): void {
  process.send?.(said)
}
