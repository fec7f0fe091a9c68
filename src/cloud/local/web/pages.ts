import { serveStatic } from '@hono/node-server/serve-static'
import type { Hono } from 'hono'

const HASHED = /\.[0-9a-f]{8}\.\w+$/
const YEAR = 365 * 24 * 3600

/** The web build behind the calls. Its addresses live behind the `#`, so any other path leads to the start page. */
export function addPages(app: Hono, root: string): void {
  app.get('*', (c, next) => {
    // Before the file is served: what `serveStatic` answers takes no more headers.
    c.header('Cache-Control', HASHED.test(c.req.path) ? `public, max-age=${YEAR}, immutable` : 'no-cache')
    return next()
  })
  app.get('*', serveStatic({ root }))
  app.get('*', (c) => (/\.\w+$/.test(c.req.path) ? c.notFound() : c.redirect('/', 302)))
}
