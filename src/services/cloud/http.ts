import Taro from '@tarojs/taro'
import type { Transport } from './face'
import { currentToken } from './token'

const UPLOAD_PATIENCE_MS = 120_000

const addressOf = (call: string) => `${BOLE_SERVER}/api/${call}`

function bearer(): Record<string, string> {
  const token = currentToken()
  return token ? { Authorization: `Bearer ${token}` } : {}
}

/** To a server's address: the web, and a mini-program built against a developer's machine. */
export const http = {
  provesBy: 'code',
  send: async (call, input) => {
    const { data } = await Taro.request<unknown>({
      url: addressOf(call),
      method: 'POST',
      header: { 'Content-Type': 'application/json', ...bearer() },
      data: input,
      timeout: 10_000,
    })
    return data
  },
  upload: async ({ requestId, file, onProgress }) => {
    const { source } = file
    const filePath = source.kind === 'path' ? source.path : URL.createObjectURL(source.file)
    try {
      const task = Taro.uploadFile({
        url: addressOf('file.upload'),
        filePath,
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
      if (source.kind === 'file') URL.revokeObjectURL(filePath)
    }
  },
} satisfies Transport
