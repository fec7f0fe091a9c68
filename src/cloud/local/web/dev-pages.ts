import { request as httpRequest, type Server } from 'node:http'
import type { Hono } from 'hono'
import { HOST } from '../door'

/** Pages from the compiler that watches, so that calls, pages and reloading share one address. For `npm run dev`. */
export function addDevPages(app: Hono, compilerPort: number): void {
  app.get('*', async (c): Promise<Response> => {
    const target = new URL(c.req.url)
    target.host = `${HOST}:${compilerPort}`
    const answer = await fetch(target, { headers: { Accept: c.req.header('Accept') ?? '*/*' } }).catch(
      () => null,
    )
    // The compiler's pages evaluate source maps and modules in a way the policy of the real ones forbids.
    c.header('Content-Security-Policy', undefined)
    if (!answer) return c.html(WAITING, 503)
    c.header('Content-Type', answer.headers.get('Content-Type') ?? 'application/octet-stream')
    c.header('Cache-Control', 'no-store')
    return c.body(await answer.arrayBuffer(), answer.ok ? 200 : 404)
  })
}

/** The web socket over which the compiler tells a page to reload. */
export function passOnUpgrades(server: Server, compilerPort: number): void {
  server.on('upgrade', (request, socket, head) => {
    const { url, headers } = request
    const onward = httpRequest({ host: HOST, port: compilerPort, path: url, headers })
    const drop = () => void socket.destroy()
    onward.on('error', drop)
    socket.on('error', () => onward.destroy())
    onward.on('response', drop)
    onward.on('upgrade', (answer, upstream, rest) => {
      upstream.on('error', drop)
      const lines = Object.entries(answer.headers).map(([name, value]) => `${name}: ${String(value)}`)
      socket.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join('\r\n')}\r\n\r\n`)
      if (head.length > 0) upstream.write(head)
      if (rest.length > 0) socket.write(rest)
      upstream.pipe(socket).pipe(upstream)
    })
    onward.end()
  })
}

const WAITING =
  '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta http-equiv="refresh" content="2"><title>正在编译</title>' +
  '<p>正在编译页面，好了会自己打开。</p>'
