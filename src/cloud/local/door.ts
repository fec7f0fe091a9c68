import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { answerWhoAmI, type Answer } from './running'

export const HOST = '127.0.0.1'

type Fetch = (request: Request) => Response | Promise<Response>

/** The HTTP server. It holds its port from the first moment on and says "starting" until `serve` gives it an app. */
export type Door = { serve(fetch: Fetch): void; close(): Promise<void> }

export class PortTaken extends Error {}

export async function openDoor(port: number, whoAmI: () => Answer): Promise<Door> {
  let listener: (request: IncomingMessage, response: ServerResponse) => unknown = starting
  const server = createServer((request, response) => {
    if (!answerWhoAmI(request, response, whoAmI)) void listener(request, response)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' || error.code === 'EACCES' ? new PortTaken() : error)
    })
    server.listen({ port, host: HOST, exclusive: true }, resolve)
  })
  return {
    serve: (fetch) => {
      listener = getRequestListener(fetch)
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function starting(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(503, {
    'Content-Type': 'text/html; charset=utf-8',
    'Retry-After': '2',
    'Cache-Control': 'no-store',
  })
  response.end(
    '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta http-equiv="refresh" content="2"><title>伯乐正在启动</title>' +
      '<body style="background:#f6f4f0;color:#1b2024;font:15px/1.5 system-ui;padding:32px">' +
      '<p>正在启动，第一次要编译页面，大约需要一分钟。这一页会自己打开。</p>',
  )
}
