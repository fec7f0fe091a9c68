import Taro from '@tarojs/taro'
import type { Transport, Upload } from './face'
import { lendPath } from './file-path'
import { currentToken } from './token'

const UPLOAD_PATIENCE_MS = 120_000

const addressOf = (call: string) => `${BOLE_SERVER}/api/${call}`

function bearer(): Record<string, string> {
  const token = currentToken()
  return token ? { Authorization: `Bearer ${token}` } : {}
}

// Declared as functions: compiled, async arrows in an object run at once and stay in a bundle that has no use for them.

async function send(call: string, input: unknown): Promise<unknown> {
  const { data } = await Taro.request<unknown>({
    url: addressOf(call),
    method: 'POST',
    header: { 'Content-Type': 'application/json', ...bearer() },
    data: input,
    timeout: 10_000,
  })
  return data
}

async function upload({ requestId, file, onProgress }: Upload): Promise<unknown> {
  const lent = lendPath(file)
  try {
    const task = Taro.uploadFile({
      url: addressOf('file.upload'),
      filePath: lent.path,
      fileName: file.name,
      name: 'file',
      formData: { requestId },
      header: bearer(),
      timeout: UPLOAD_PATIENCE_MS,
    })
    task.progress?.(({ progress }) => onProgress(progress))
    const { data } = await task
    return typeof data === 'string' ? (JSON.parse(data) as unknown) : data
  } finally {
    lent.giveBack()
  }
}

/** To a server's address: the web, and a mini-program built against a developer's machine. */
export const http = { provesBy: 'code', send, upload } satisfies Transport
