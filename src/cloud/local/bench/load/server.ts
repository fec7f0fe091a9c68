import { serve } from '@hono/node-server'
import { createApp } from '../../../http/app'
import { openLocalService } from '../../service'
import type { ServiceParts } from '../ground/open-ground'
import { tellsWork } from './tells-work'

/** The HTTP face in a process of its own, as it is deployed: the clients must not share its one thread. */
process.once('message', (parts: ServiceParts) => {
  tellsWork()
  const { service } = openLocalService(parts)
  const { fetch } = createApp({ service, now: () => new Date() })
  serve({ fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => process.send?.({ port }))
})
process.once('disconnect', () => process.exit())
