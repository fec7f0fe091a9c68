import type { Hono } from 'hono'
import { createApp } from '../http/app'
import type { LocalService } from './service'
import { addOutbox } from './outbox/routes'
import { addDevPages } from './web/dev-pages'
import { addPages } from './web/pages'

/** Where the pages come from: a finished build, or the compiler that watches. */
export type Web = { root: string } | { compilerPort: number }

/** The `web` function's own app, with what only a developer's machine has behind it: the outbox and the pages. */
export function createLocalApp(local: LocalService, web: Web, now: () => Date): Hono {
  const { service, files } = local
  const app = createApp({ service, now, openFile: (signed, at) => files.open(signed, at) })
  addOutbox(app, local, now)
  if ('root' in web) addPages(app, web.root)
  else addDevPages(app, web.compilerPort)
  return app
}
