import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

export type HttpRequest = { method: string; path: string; headers: IncomingHttpHeaders; body: string }

/** What a provider's endpoint answers: JSON, a bare status, nothing at all, or a connection that breaks off. */
export type HttpAnswer = { json: object } | { status: number } | 'silence' | 'hang-up'

/** A provider on this machine. It keeps what it was asked and answers as a test says. */
export type HttpStub = {
  host: string
  requests: HttpRequest[]
  answer(respond: (request: HttpRequest) => HttpAnswer): void
  close(): Promise<void>
}

export async function startHttpStub(): Promise<HttpStub> {
  const requests: HttpRequest[] = []
  let respond: (request: HttpRequest) => HttpAnswer = () => ({ status: 503 })
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => {
      const { method = '', url = '', headers } = incoming
      const request = { method, path: url, headers, body: Buffer.concat(chunks).toString('utf8') }
      requests.push(request)
      const answer = respond(request)
      if (answer === 'silence') return
      if (answer === 'hang-up') return void incoming.socket.destroy()
      if ('status' in answer) return void response.writeHead(answer.status).end('no')
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer.json))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    answer: (next) => {
      respond = next
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
