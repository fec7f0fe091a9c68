import { createServer } from 'node:net'

/** The wanted port if it is free on 127.0.0.1, else one that is. */
export async function freePort(wanted?: number): Promise<number> {
  return (wanted && (await listenOnce(wanted))) || (await listenOnce(0)) || fail()
}

function listenOnce(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(undefined))
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : undefined))
    })
  })
}

function fail(): never {
  throw new Error('No free port on 127.0.0.1. Close some programs that listen there and start again.')
}
