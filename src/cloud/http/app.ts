import { Hono } from 'hono'
import { openApi } from '@/contract/openapi'
import type { Service } from '../context'
import { log } from '../log'
import { fileRoute, type OpenFile } from './file'
import { secure } from './headers'
import { linkPage } from './link-page'
import { serveCall } from './call'
import { failure } from './reply'
import { smsReply } from './sms-reply'

/**
 * The HTTP face: calls, their description, the pages behind links. It is the `web` function and the local server alike, which
 * adds its pages behind these routes. `openFile` is given where files lie on disk: elsewhere their links lead to the
 * storage itself. Whatever `X-WX-*` headers a request brings, nobody is somebody here without a session.
 */
export function createApp(parts: { service: Service; now: () => Date; openFile?: OpenFile }): Hono {
  const { service, now, openFile } = parts
  const { publicUrl, smsReplyKey } = service.config
  let description: string | undefined
  const app = new Hono()

  app.use(secure)
  app.onError((error, c) => {
    log({ call: 'http', failure: error })
    return failure(c, 'internal')
  })

  app.get('/healthz', (c) => c.json({ ok: true }))
  app.get('/api/openapi.json', (c) => {
    description ??= JSON.stringify(openApi(publicUrl))
    return c.body(description, 200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
  })
  app.post('/api/:call', serveCall(service, now))
  app.all('/api/*', (c) =>
    failure(c, 'not-found', 'Calls are POST /api/<name>; GET /api/openapi.json tells their names'),
  )
  app.get('/i/:token', linkPage(service, now))
  if (smsReplyKey !== null) app.post('/hooks/sms-reply/:key', smsReply(service, smsReplyKey, now))
  if (openFile) app.get('/files/:signed', fileRoute(openFile, now))
  app.notFound((c) => failure(c, 'not-found'))
  return app
}
