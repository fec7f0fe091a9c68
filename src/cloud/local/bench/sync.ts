import type { Reply } from '@/contract/call'
import { createApp } from '../../http/app'
import type { Figures } from './figures'
import type { Ground } from './ground/open-ground'
import { tokenOf } from './ground/population'

const READER = 1
const BYTES = { atMost: 300 }
const STATEMENTS = { atMost: 1 }

/** What one poll costs while nothing happens: every open screen asks like this, again and again. */
export async function measureSync(figures: Figures, { service }: Ground): Promise<void> {
  const app = createApp({ service, now: () => new Date() })
  const poll = async (cursor: string | null) => {
    const response = await app.request('/api/progress.sync', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${tokenOf(READER)}` },
      body: JSON.stringify({ cursor }),
    })
    return response.text()
  }
  const cursor = cursorIn(await poll(null))
  const before = service.db.statements
  const idle = await poll(cursor)
  const statements = service.db.statements - before
  cursorIn(idle)
  figures.add({ name: 'progress.sync idle, body', value: Buffer.byteLength(idle), unit: 'bytes', aim: BYTES })
  figures.add({ name: 'progress.sync idle, SQL', value: statements, unit: 'statements', aim: STATEMENTS })
}

function cursorIn(body: string): string {
  const reply = JSON.parse(body) as Reply<{ cursor: string; changed: unknown[] }>
  if (!reply.ok || reply.data.changed.length > 0) throw new Error(`This is not an idle answer: ${body}`)
  return reply.data.cursor
}
