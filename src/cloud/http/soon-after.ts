type Fetch = (request: Request) => Response | Promise<Response>

const CALL = /^\/api\/([\w.]+)$/

/** Tells `soon` of every call that was answered, and keeps nobody waiting for what it does. */
export function soonAfter(fetch: Fetch, soon: (call: string, ok: boolean) => void): Fetch {
  return async (request) => {
    const response = await fetch(request)
    const call = CALL.exec(new URL(request.url).pathname)?.[1]
    if (call !== undefined && request.method === 'POST') soon(call, response.ok)
    return response
  }
}
