import type { Hono } from 'hono'
import type { Service } from '@/cloud/context'
import { outboxPage } from './page'
import { readOutbox } from './read'

/** `/outbox` for people, `/outbox.json` for tests. */
export function addOutbox(app: Hono, service: Service, now: () => Date): void {
  app.get('/outbox', async (c) => {
    c.header('Cache-Control', 'no-store')
    return c.html(outboxPage(await readOutbox(service), now()))
  })
  app.get('/outbox.json', async (c) => {
    c.header('Cache-Control', 'no-store')
    const texts = await readOutbox(service)
    return c.json(
      texts.map(({ to, kind, body, at, state }) => ({ to, kind, body, at: at.toISOString(), state })),
    )
  })
}
