import type { Hono } from 'hono'
import { HOST } from '../door'

/**
 * Pages from the compiler that watches, so that calls and pages share one address. For `npm run dev`. The web socket that
 * reloads a page goes to the compiler by itself.
 */
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

const WAITING =
  '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta http-equiv="refresh" content="2"><title>正在编译</title>' +
  '<p>正在编译页面，好了会自己打开。</p>'
