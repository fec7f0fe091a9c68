import type { Hono } from 'hono'
import type { Service } from '@/cloud/context'
import type { LocalMessages } from '../doors/messages'
import { outboxPage } from './page'
import { readOutbox } from './read'

/** `/outbox` for people, `/outbox.json` for tests. */
export function addOutbox(
  app: Hono,
  { service, messages }: { service: Service; messages: LocalMessages },
  now: () => Date,
): void {
  app.get('/outbox', async (c) => {
    c.header('Cache-Control', 'no-store')
    return c.html(outboxPage(await readOutbox(service, messages, now()), service.config.publicUrl, now()))
  })
  app.get('/outbox.json', async (c) => {
    c.header('Cache-Control', 'no-store')
    const entries = await readOutbox(service, messages, now())
    return c.json(
      entries.map(({ to, name, kind, channel, about, title, body, at, state, reason }) => ({
        ...{ to, name, kind, channel, about, title, body, at: at.toISOString(), state, reason },
      })),
    )
  })
}
