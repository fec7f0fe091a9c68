import { runClock } from '../../../clock'
import type { Handed } from '../../../doors/handed'
import { logTo } from '../../../log'
import { postDoors } from './doors'
import { openInstance, type Parts } from './parts'

export type Order = { parts: Parts; now: string }

// An instance of the clock in a process of its own: the post is asked over the line to whoever started it.

const answers = new Map<number, (handed: Handed) => void>()
let asked = 0

process.once('message', ({ parts, now }: Order) => {
  process.on('message', ({ number, handed }: { number: number; handed: Handed }) =>
    answers.get(number)?.(handed),
  )
  void run(parts, new Date(now))
})
process.once('disconnect', () => process.exit())

async function run(parts: Parts, now: Date): Promise<void> {
  logTo(() => undefined)
  const doors = postDoors((parcel) => {
    const number = ++asked
    process.send?.({ ...parcel, number })
    return new Promise((resolve) => answers.set(number, resolve))
  })
  const service = openInstance(parts, doors, 2)
  await runClock(service, now).catch(() => undefined)
  await service.db.close()
  process.disconnect()
}
