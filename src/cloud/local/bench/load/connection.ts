import { connect, type Socket } from 'node:net'

/** One keep-alive connection that asks one thing at a time, as a browser with one tap at a time. */
export type Connection = {
  /** The body of the answer. Throws unless the call succeeded. */
  call(name: string, token: string | null, input: object): Promise<string>
  close(): void
}

type Asked = { resolve: (body: string) => void; reject: (error: Error) => void }

const EMPTY = Buffer.alloc(0)
/** Whoever does not say that they are a browser is taken for a bot, which leaves no touch. */
const BROWSER =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36'

/**
 * HTTP/1.1 by hand: just what our own server answers with. pgbench, which we are measured against, is a small C program,
 * while Node's own HTTP client costs as much as the server it asks, on the same few cores.
 */
export async function openConnection(port: number): Promise<Connection> {
  const socket = await connected(port)
  let asked: Asked | null = null
  let received: Buffer = EMPTY

  const settle = (use: (waiting: Asked) => void): void => {
    const waiting = asked
    asked = null
    received = EMPTY
    if (waiting) use(waiting)
  }
  const fail = (error: Error) => settle(({ reject }) => reject(error))
  socket.on('error', fail)
  socket.on('close', () => fail(new Error('The server closed the connection')))
  socket.on('data', (chunk: Buffer) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk])
    try {
      const body = bodyOf(received)
      if (body !== null) settle(({ resolve }) => resolve(body))
    } catch (error) {
      fail(error instanceof Error ? error : new Error(String(error)))
    }
  })

  return {
    call(name, token, input) {
      const body = JSON.stringify(input)
      const head =
        `POST /api/${name} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUser-Agent: ${BROWSER}\r\n${token ? `Authorization: Bearer ${token}\r\n` : ''}` +
        `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n`
      return new Promise((resolve, reject) => {
        asked = { resolve, reject }
        socket.write(head + body)
      })
    },
    close: () => void socket.destroy(),
  }
}

function connected(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true }, () => {
      socket.off('error', reject)
      resolve(socket)
    })
    socket.once('error', reject)
  })
}

/** The body once all of it is there, null before. */
function bodyOf(received: Buffer): string | null {
  const headEnd = received.indexOf('\r\n\r\n')
  if (headEnd === -1) return null
  const head = received.toString('latin1', 0, headEnd)
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1]
  if (length === undefined) throw new Error(`An answer without a length:\n${head}`)
  const end = headEnd + 4 + Number(length)
  if (received.length < end) return null
  const body = received.toString('utf8', headEnd + 4, end)
  if (!head.startsWith('HTTP/1.1 200')) throw new Error(`${head.split('\r\n', 1)[0]}: ${body}`)
  return body
}
