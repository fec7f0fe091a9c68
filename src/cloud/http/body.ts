import { AppError } from '@/contract/errors'
import { RESUME_LIMIT_BYTES } from '@/domain/resume'
import { readAtMost } from '../read-at-most'

export type Body = { input: object; upload: Uint8Array | null }

const JSON_LIMIT = 100 * 1024
/** The file, the other fields and what multipart itself writes between them. */
const FORM_LIMIT = RESUME_LIMIT_BYTES + 64 * 1024
const FIELD_LIMIT = 20

/** The body of a call: one JSON object. */
export async function readJson(request: Request): Promise<Body> {
  if (!/^application\/json *(;|$)/i.test(typeOf(request)))
    throw new AppError('bad-input', 'The body must be application/json')
  const bytes = await readBody(request, JSON_LIMIT)
  let input: unknown
  try {
    input = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new AppError('bad-input', 'The body is not JSON')
  }
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    throw new AppError('bad-input', 'The body must be an object')
  }
  return { input, upload: null }
}

/** The body of an upload: a part named `file`, and the input's fields as the other parts. */
export async function readForm(request: Request): Promise<Body> {
  const type = typeOf(request)
  if (!/^multipart\/form-data *;/i.test(type))
    throw new AppError('bad-input', 'The body must be multipart/form-data')
  const bytes = await readBody(request, FORM_LIMIT)
  const form = await new Response(bytes, { headers: { 'Content-Type': type } }).formData().catch(() => {
    throw new AppError('bad-input', 'The body is not multipart/form-data')
  })
  const parts = [...form]
  if (parts.length > FIELD_LIMIT || new Set(form.keys()).size < parts.length) {
    throw new AppError('bad-input', 'Too many parts, or one of them twice')
  }
  const file = form.get('file')
  if (!(file instanceof Blob)) throw new AppError('bad-input', 'There is no part named file')
  if (file.size > RESUME_LIMIT_BYTES) throw new AppError('file-size')
  const fields = parts.filter(([name]) => name !== 'file')
  if (fields.some(([, value]) => typeof value !== 'string'))
    throw new AppError('bad-input', 'One file at a time')
  return { input: Object.fromEntries(fields), upload: new Uint8Array(await file.arrayBuffer()) }
}

/**
 * All bytes of a body. One that says it is too large is not read at all; one that does not say is read up to the limit.
 * With a length the server itself stops at it, and the bytes come without a stream around them.
 */
async function readBody(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const length = request.headers.get('Content-Length')
  if (length !== null && Number(length) > limit) throw new AppError('too-large')
  const bytes = await (length === null ? readAtMost(request.body, limit) : wholeOf(request)).catch(() => {
    throw new AppError('bad-input', 'The body broke off')
  })
  if (!bytes || bytes.byteLength > limit) throw new AppError('too-large')
  return bytes
}

async function wholeOf(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await request.arrayBuffer())
}

function typeOf(request: Request): string {
  return request.headers.get('Content-Type') ?? ''
}
