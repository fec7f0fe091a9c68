import { serve } from '@hono/node-server'
import { createApp } from '../../http/app'
import { codesAtOnce } from '../../http/codes-at-once'
import { soonAfter } from '../../http/soon-after'
import { deliverSoon } from '../../deliver-soon'
import { cloudService } from '../service'

/** One instance serves several requests at a time. */
const CONNECTIONS = 5

/** The HTTP function. `scf_bootstrap` starts it on the port the platform asks for. */
function start(): void {
  const service = cloudService(process.env, CONNECTIONS)
  const now = () => new Date()
  const app = createApp({ service, now })
  const answer = codesAtOnce((request) => app.fetch(request), service, now)
  const fetch = soonAfter(answer, deliverSoon(service, now))
  serve({ fetch, hostname: '0.0.0.0', port: Number(process.env.PORT ?? 9000) })
}

try {
  start()
} catch (error) {
  // Not left to Node, which would print the line it happened on: the whole bundle is one line.
  process.stderr.write(`${error instanceof Error ? error.message : 'The server could not start'}\n`)
  process.exit(1)
}
