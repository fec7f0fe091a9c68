import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { decodeRequest, encodeAnswer, readMultipart } from './wechat-wire'
import { createStorage, type StubStorage } from './wechat-stub-storage'

/** What an open interface answers: JSON as WeChat writes it (snake_case, with `errcode`), bytes, a broken HTTP status, or a connection that breaks off or stays silent. */
export type StubAnswer =
  { json: object } | { bytes: Buffer; contentType: string } | { status: number } | 'hang-up' | 'silence'

export type StubRequest = { apiName: string; data: Record<string, unknown> }

/**
 * The platform's endpoint, as wx-server-sdk talks to it. Put `env` into the environment of whoever uses the SDK:
 *
 *     const stub = await startWechatStub()
 *     stub.answer('wxacode.getUnlimited', () => ({ bytes: png, contentType: 'image/png' }))
 *     Object.assign(process.env, stub.env)
 */
export type WechatStub = {
  env: Record<string, string>
  /** Every open interface that was called, in order. */
  requests: StubRequest[]
  /** Sets what an interface answers from now on. One without an answer gives errcode 48001. */
  answer(apiName: string, respond: (data: Record<string, unknown>) => StubAnswer): void
  storage: StubStorage
  close(): Promise<void>
}

const UNAUTHORISED: StubAnswer = { json: { errcode: 48001, errmsg: 'api unauthorized' } }

export async function startWechatStub(): Promise<WechatStub> {
  const requests: StubRequest[] = []
  const answers = new Map<string, (data: Record<string, unknown>) => StubAnswer>()
  const server = createServer((request, response) => {
    void serve(request).then((served) => {
      if (served === 'silence') return
      if (served === 'hang-up') return void request.socket.destroy()
      const { status = 200, type = 'application/json; charset=utf-8', body } = served
      response.writeHead(status, { 'Content-Type': type }).end(body)
    })
  })
  const url = await listen(server)
  const storage = createStorage(url)

  async function serve(
    request: IncomingMessage,
  ): Promise<{ status?: number; type?: string; body: Buffer | string } | 'hang-up' | 'silence'> {
    const body = await bytesOf(request)
    if (!request.url?.startsWith('/admin'))
      return storage.serveFile(request.method ?? '', request.url ?? '', body)
    const type = request.headers['content-type'] ?? ''
    if (!type.startsWith('multipart/')) {
      return { body: JSON.stringify(storage.act(JSON.parse(body.toString()) as Record<string, unknown>)) }
    }
    const parts = readMultipart(body, type)
    const apiName = parts.get('apiName')?.toString() ?? ''
    const data = decodeRequest(parts.get('requestData') ?? Buffer.alloc(0))
    requests.push({ apiName, data })
    const answer = answers.get(apiName)?.(data) ?? UNAUTHORISED
    if (answer === 'hang-up' || answer === 'silence') return answer
    if ('status' in answer) return { status: answer.status, body: '' }
    return { type: 'application/octet-stream', body: encodeAnswer(answer) }
  }

  return {
    env: {
      TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }),
      TENCENTCLOUD_SECRETID: 'stub-id',
      TENCENTCLOUD_SECRETKEY: 'stub-key',
      TCB_ENV: 'stub-env',
      TCB_CONTEXT_KEYS: 'TCB_ENV',
      // Else the SDK looks for a metadata server on the network, and a process waits for that look-up to end.
      TENCENTCLOUD: 'true',
    },
    requests,
    answer: (apiName, respond) => void answers.set(apiName, respond),
    storage,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
