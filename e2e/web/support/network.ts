import type { Page } from 'playwright-core'
import { NO_NETWORK } from './troubles'

/** One way in which the cloud can be away for the first try of a call. `line`: what Chromium writes about it. */
export type Break = {
  name: string
  line: RegExp
  breakFirst(page: Page, call: string): Promise<() => Promise<void>>
}

/** Each comes back with what mends it; those that mend themselves with something that does nothing. */
export const BREAKS: readonly Break[] = [
  {
    name: 'without a network',
    line: NO_NETWORK,
    breakFirst: async (page) => {
      await page.context().setOffline(true)
      return () => page.context().setOffline(false)
    },
  },
  {
    name: 'whose answer is lost on the way back',
    line: /net::ERR_CONNECTION_RESET/,
    breakFirst: (page, call) =>
      first(page, call, async (route) => {
        await route.fetch()
        await route.abort('connectionreset')
      }),
  },
  {
    name: 'that meets a server which is just starting',
    line: /status of 503/,
    breakFirst: (page, call) =>
      first(page, call, (route) =>
        route.fulfill({ status: 503, contentType: 'text/html', body: '<!doctype html><p>正在启动</p>' }),
      ),
  },
]

type Handler = Parameters<Page['route']>[1]

async function first(page: Page, call: string, handler: Handler): Promise<() => Promise<void>> {
  await page.route(`**/api/${call}`, handler, { times: 1 })
  return async () => undefined
}
