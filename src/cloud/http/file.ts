import type { Handler } from 'hono'
import { failure } from './reply'

/** The file behind the last part of a link, or null when the link is damaged, over, or its file is gone. */
export type OpenFile = (
  signed: string,
  now: Date,
) => Promise<{ bytes: Uint8Array; fileName: string; contentType: string } | null>

/** `GET /files/:signed`. Always saved, never shown: what candidates hand in must not run as a page of ours. */
export function fileRoute(openFile: OpenFile, now: () => Date): Handler<object, '/files/:signed'> {
  return async (c) => {
    const file = await openFile(c.req.param('signed'), now())
    if (!file) return failure(c, 'not-found', 'The link is over or damaged')
    return c.body(new Uint8Array(file.bytes), 200, {
      'Content-Type': file.contentType,
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeName(file.fileName)}`,
      'Cache-Control': 'no-store',
    })
  }
}

/** RFC 5987: what encodeURIComponent leaves alone is not all allowed in a header's parameter. */
function encodeName(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
