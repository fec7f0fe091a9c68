import { dispatch } from '../dispatch'
import { sessionKey } from '../secrets'
import type { Context, Service } from '../context'
import { log } from '../log'
import { createApp } from './app'

jest.mock('../dispatch')
jest.mock('../log')

const publicUrl = 'https://refer.example.com'
const now = new Date('2026-11-23T08:00:00Z')
const service = { config: { publicUrl, company: '星河科技' } } as Service
const app = createApp({ service, now: () => now })
const dispatched = jest.mocked(dispatch)

beforeEach(() => {
  dispatched.mockReset().mockResolvedValue({ ok: true, data: {} })
  jest.mocked(log).mockReset()
})

const JSON_TYPE = { 'Content-Type': 'application/json' }

function post(call: string, body: BodyInit, headers: Record<string, string> = JSON_TYPE): Promise<Response> {
  return Promise.resolve(app.request(`/api/${call}`, { method: 'POST', body, headers }))
}

/** A body that comes in pieces and does not say how long it is; counts what was read of it. */
function stream(pieces: number, bytes: number): { request: Request; read: () => number } {
  let read = 0
  const body = new ReadableStream({
    pull(controller) {
      if (read++ < pieces) controller.enqueue(new Uint8Array(bytes).fill(32))
      else controller.close()
    },
  })
  const init = { method: 'POST', headers: JSON_TYPE, body, duplex: 'half' }
  return { request: new Request('http://local/api/me.get', init), read: () => read }
}

async function codeOf(response: Response): Promise<unknown> {
  const reply = (await response.json()) as { ok: boolean; code?: string; message?: string }
  return reply.ok ? 'ok' : reply.code
}

const contextOf = (): Context => dispatched.mock.calls.at(-1)?.[2] as Context

describe('POST /api/<call>', () => {
  it('hands the input to the call and its reply back', async () => {
    dispatched.mockResolvedValue({ ok: true, data: { jobs: [] } })
    const response = await post('job.list', '{"a":1}')
    expect(dispatched).toHaveBeenCalledWith(
      'job.list',
      { a: 1 },
      expect.objectContaining({ now, openid: null, upload: null }),
    )
    expect([response.status, await response.json()]).toEqual([200, { ok: true, data: { jobs: [] } }])
    expect(response.headers.get('Cache-Control')).toBe('no-store')
  })

  it('gives a failure its status and says when to come again', async () => {
    dispatched.mockResolvedValue({ ok: false, code: 'rate-limited', message: 'slow down', retryAfter: 41.2 })
    const response = await post('session.start', '{}')
    expect([response.status, response.headers.get('Retry-After')]).toEqual([429, '42'])
    expect(await response.json()).toEqual({
      ok: false,
      code: 'rate-limited',
      message: 'slow down',
      retryAfter: 41.2,
    })
  })

  it.each([
    ['no header', undefined, null],
    ['a session', 'Bearer abc-_1', sessionKey('abc-_1')],
    ['a session, spelt otherwise', 'bearer  abc', sessionKey('abc')],
    ['another scheme', 'Basic YWJj', null],
    ['two tokens', 'Bearer abc def', null],
    ['a very long token', `Bearer ${'a'.repeat(201)}`, null],
  ])('knows a caller by the session only: %s', async (_what, authorization, key) => {
    await post('me.get', '{}', { ...JSON_TYPE, ...(authorization ? { Authorization: authorization } : {}) })
    expect(contextOf().loginKey).toBe(key)
  })

  it.each([
    ['what it says', { 'User-Agent': 'curl/8.4.0' }, 'curl/8.4.0'],
    ['nothing', {}, ''],
  ])('tells what asks by its User-Agent: %s', async (_what, headers, userAgent) => {
    await post('me.get', '{}', { ...JSON_TYPE, ...headers })
    expect(contextOf().userAgent).toBe(userAgent)
  })

  it('takes nobody for somebody because of X-WX-* headers', async () => {
    await post('me.get', '{}', { ...JSON_TYPE, 'X-WX-OPENID': 'oMe', 'X-WX-SOURCE': 'wx_trigger' })
    expect(contextOf()).toMatchObject({ loginKey: null, openid: null })
  })

  it.each([
    ['no JSON at all', 'hello'],
    ['half a JSON', '{"a":'],
    ['nothing', ''],
    ['a list', '[]'],
    ['null', 'null'],
    ['a text', '"a"'],
    ['bytes that are no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
  ])('refuses a body of %s', async (_what, body) => {
    const response = await post('me.get', body)
    expect([response.status, await codeOf(response)]).toEqual([400, 'bad-input'])
    expect(dispatched).not.toHaveBeenCalled()
    expect(log).toHaveBeenCalledWith(expect.objectContaining({ call: 'me.get', code: 'bad-input' }))
  })

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
  ])('refuses a body of type %s', async (type) =>
    expect(await codeOf(await post('me.get', '{}', { 'Content-Type': type }))).toBe('bad-input'),
  )

  it('takes JSON with a charset', async () => {
    expect(
      await codeOf(await post('me.get', '{}', { 'Content-Type': 'application/json; charset=utf-8' })),
    ).toBe('ok')
  })

  it('takes 100 KB and not a byte more', async () => {
    const sized = (bytes: number) => `{"a":"${'x'.repeat(bytes - 8)}"}`
    expect(await codeOf(await post('me.get', sized(102_400)))).toBe('ok')
    const response = await post('me.get', sized(102_401))
    expect([response.status, await codeOf(response)]).toEqual([413, 'too-large'])
  })

  it('does not read a body that says it is too large', async () => {
    const { request, read } = stream(1000, 50_000)
    request.headers.set('Content-Length', '102401')
    expect(await codeOf(await app.request(request))).toBe('too-large')
    // A stream fills its first place by itself.
    expect(read()).toBeLessThanOrEqual(1)
  })

  it('stops reading a body that does not say how large it is', async () => {
    const { request, read } = stream(1000, 50_000)
    expect(await codeOf(await app.request(request))).toBe('too-large')
    expect(read()).toBeLessThan(10)
  })

  it('does not believe a length that is too small', async () => {
    const body = `{"a":"${'x'.repeat(102_400)}"}`
    expect(await codeOf(await post('me.get', body, { ...JSON_TYPE, 'Content-Length': '7' }))).toBe(
      'too-large',
    )
  })

  it('answers an unknown call without reading its body', async () => {
    const { request, read } = stream(1000, 50_000)
    dispatched.mockResolvedValue({ ok: false, code: 'not-found', message: 'There is no such call' })
    const response = await app.request(new Request('http://local/api/toString', request))
    expect([response.status, await codeOf(response)]).toEqual([404, 'not-found'])
    expect(read()).toBeLessThanOrEqual(1)
  })

  it('says nothing about a failure of ours', async () => {
    dispatched.mockRejectedValue(new Error('secret 13800138000'))
    const response = await post('me.get', '{}')
    expect(response.status).toBe(500)
    expect(await response.json()).toEqual({ ok: false, code: 'internal', message: 'internal' })
    expect(log).toHaveBeenCalledWith({ call: 'http', failure: expect.any(Error) as Error })
  })
})

describe('POST /api/file.upload', () => {
  const upload = (form: FormData) =>
    Promise.resolve(app.request('/api/file.upload', { method: 'POST', body: form }))
  const form = (...parts: [string, string | Blob][]) => {
    const made = new FormData()
    for (const [name, value] of parts) made.append(name, value)
    return made
  }
  const pdf = new Blob(['%PDF-1.7 \u00e9'], { type: 'application/pdf' })

  it('hands over the bytes beside the input', async () => {
    expect(await codeOf(await upload(form(['requestId', 'abcdefgh'], ['file', pdf])))).toBe('ok')
    expect(dispatched.mock.calls[0]?.[1]).toEqual({ requestId: 'abcdefgh' })
    expect(Buffer.from(contextOf().upload ?? []).toString()).toBe('%PDF-1.7 \u00e9')
  })

  it.each<[string, FormData, string]>([
    ['without a file', form(['requestId', 'abcdefgh']), 'bad-input'],
    ['with a text for a file', form(['file', 'hello']), 'bad-input'],
    ['with two files', form(['file', pdf], ['file', pdf]), 'bad-input'],
    ['with a file for a field', form(['file', pdf], ['requestId', pdf]), 'bad-input'],
    ['with a field twice', form(['file', pdf], ['requestId', 'a'], ['requestId', 'b']), 'bad-input'],
    ['with a file of 10 MB and one byte', form(['file', new Blob([Buffer.alloc(10_485_761)])]), 'file-size'],
    ['of 11 MB', form(['file', new Blob([Buffer.alloc(11_534_336)])]), 'too-large'],
  ])('refuses a form %s', async (_what, body, code) => {
    expect(await codeOf(await upload(body))).toBe(code)
    expect(dispatched).not.toHaveBeenCalled()
  })

  it('takes a file of 10 MB', async () => {
    expect(await codeOf(await upload(form(['file', new Blob([Buffer.alloc(10_485_760)])])))).toBe('ok')
    expect(contextOf().upload?.byteLength).toBe(10_485_760)
  })

  it.each([
    ['JSON', '{}', 'application/json'],
    ['a form without its boundary', 'x', 'multipart/form-data'],
    ['a form that is none', 'hello', 'multipart/form-data; boundary=x'],
  ])('refuses %s', async (_what, body, type) => {
    expect(await codeOf(await post('file.upload', body, { 'Content-Type': type }))).toBe('bad-input')
  })
})

describe('what else there is', () => {
  it.each([
    ['GET', '/api/me.get'],
    ['OPTIONS', '/api/me.get'],
    ['PUT', '/api/me.get'],
    ['POST', '/api'],
    ['POST', '/api/me/get'],
    ['GET', '/nowhere'],
    ['GET', '/files/abc'],
  ])('answers %s %s with a reply', async (method, path) => {
    const response = await app.request(path, { method })
    expect([response.status, await codeOf(response)]).toEqual([404, 'not-found'])
  })

  it('is well', async () => {
    expect((await app.request('/healthz')).status).toBe(200)
  })

  it.each(['/healthz', '/nowhere', '/i/abc', '/api/openapi.json'])(
    'keeps pages of %s in their place',
    async (path) => {
      const { headers } = await app.request(path, { headers: { Origin: 'https://evil.example' } })
      expect(headers.get('Content-Security-Policy')).toContain("script-src 'self'; ")
      expect(headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'")
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
      expect(headers.get('Referrer-Policy')).toBe('no-referrer')
      expect(headers.get('Access-Control-Allow-Origin')).toBeNull()
    },
  )
})

describe('GET /files/<signed>', () => {
  const file = {
    bytes: Buffer.from('%PDF-1.7'),
    fileName: "张三's (简历).pdf",
    contentType: 'application/pdf',
  }
  const openFile = jest.fn(async (signed: string) => (signed === 'good.mac' ? file : null))
  const disk = createApp({ service, now: () => now, openFile })

  it('hands a file out to be saved', async () => {
    const response = await disk.request('/files/good.mac')
    expect(openFile).toHaveBeenCalledWith('good.mac', now)
    expect(await response.text()).toBe('%PDF-1.7')
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition':
        "attachment; filename*=UTF-8''%E5%BC%A0%E4%B8%89%27s%20%28%E7%AE%80%E5%8E%86%29.pdf",
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
  })

  it('knows no other link', async () => {
    expect((await disk.request('/files/bad.mac')).status).toBe(404)
  })
})
