import type { Cleanup } from '../cleanup'
import { median, type Figures } from '../figures'
import type { Ground } from '../ground/open-ground'
import { tokenOf } from '../ground/population'
import { httpSender } from '../ground/senders'
import { openConnection } from '../load/connection'
import { startServer } from '../load/start-server'
import { makeNumbers, type Kind } from './numbers'

const KINDS: readonly Kind[] = ['nobody', 'an employee', 'a candidate in process']
const CALLS = 300
/** Node compiles what runs often, and the database prepares what it is asked. */
const WARM_UP = 100
const AIM = { atMost: 5 }

/**
 * How long `invitation.check` takes for each kind of number. The one who asks must not learn more from the clock than
 * from the answer: product.md, "Who owns the referral", clause 6.
 */
export async function measureDuplicates(
  figures: Figures,
  { ground, cleanup }: { ground: Ground; cleanup: Cleanup },
): Promise<void> {
  const numbers = await makeNumbers(ground, WARM_UP + CALLS)
  const { port } = await startServer('server', ground.parts, ground, cleanup)
  const connection = await openConnection(port)
  const sender = httpSender()
  const took = new Map(KINDS.map((kind) => [kind, [] as number[]]))
  try {
    for (let turn = 0; turn < WARM_UP + CALLS; turn++) {
      for (const kind of inTurn(KINDS, turn)) {
        const token = tokenOf(sender())
        const startedAt = performance.now()
        await connection.call('invitation.check', token, { phone: numbers[kind][turn] })
        if (turn >= WARM_UP) took.get(kind)?.push(performance.now() - startedAt)
      }
    }
  } finally {
    connection.close()
  }
  const medians = [...took].map(([kind, values]) => ({ kind, value: median(values) }))
  for (const { kind, value } of medians)
    figures.add({ name: `invitation.check, ${kind}`, value, unit: 'ms', about: { calls: CALLS } })
  figures.add({
    name: 'invitation.check, largest difference between medians',
    value: spread(medians.map(({ value }) => value)),
    unit: 'percent',
    aim: AIM,
  })
}

/** Each kind is asked first, second and third as often: whoever comes after another finds the same things warm. */
export function inTurn<T>(kinds: readonly T[], turn: number): T[] {
  const first = turn % kinds.length
  return [...kinds.slice(first), ...kinds.slice(0, first)]
}

/** By how many percent the largest is more than the smallest. */
export function spread(values: readonly number[]): number {
  const smallest = Math.min(...values)
  return ((Math.max(...values) - smallest) / smallest) * 100
}
