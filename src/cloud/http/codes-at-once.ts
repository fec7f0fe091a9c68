import type { Service } from '../context'
import { log } from '../log'
import { deliverCodes } from '../outbox'

type Fetch = (request: Request) => Response | Promise<Response>

/**
 * Hands login codes to their provider before it answers whoever asked for one: they look at the screen and wait, and the
 * platform may stop an instance as soon as it has answered. All else may be a moment later.
 */
export function codesAtOnce(fetch: Fetch, service: Service, now: () => Date): Fetch {
  return async (request) => {
    const response = await fetch(request)
    if (response.ok && new URL(request.url).pathname === '/api/session.start')
      await deliverCodes(service, now()).catch((failure: unknown) => log({ call: 'deliver', failure }))
    return response
  }
}
