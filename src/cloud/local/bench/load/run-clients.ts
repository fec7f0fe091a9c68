import { tokenOf } from '../ground/population'
import { openConnection, type Connection } from './connection'
import type { Operation } from './operations'

/** Answered calls per second of so many clients, each asking again as soon as it is answered. */
export async function runClients(
  operation: Operation,
  options: { port: number; clients: number; seconds: number },
): Promise<number> {
  const { port, clients, seconds } = options
  const connections = await Promise.all(Array.from({ length: clients }, () => openConnection(port)))
  try {
    const startedAt = performance.now()
    const until = startedAt + seconds * 1000
    const answered = await Promise.all(
      connections.map((connection, number) => askUntil(until, connection, operation, number)),
    )
    const took = (performance.now() - startedAt) / 1000
    return answered.reduce((sum, one) => sum + one, 0) / took
  } finally {
    for (const connection of connections) connection.close()
  }
}

async function askUntil(
  until: number,
  connection: Connection,
  operation: Operation,
  number: number,
): Promise<number> {
  const next = operation.client(number)
  let answered = 0
  while (performance.now() < until) {
    const { person, input } = next()
    await connection.call(operation.call, person === null ? null : tokenOf(person), input)
    answered++
  }
  return answered
}
