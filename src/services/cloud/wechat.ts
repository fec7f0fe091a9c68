import Taro from '@tarojs/taro'
import type { Transport } from './face'

let ready = false

function cloud() {
  if (!ready) Taro.cloud.init(BOLE_CLOUD_ENV ? { env: BOLE_CLOUD_ENV } : {})
  ready = true
  return Taro.cloud
}

async function send(call: string, input: unknown): Promise<unknown> {
  const { result } = await cloud().callFunction({ name: 'api', data: { call, input } })
  return result
}

/** Through WeChat to the deployed function; WeChat itself says who is calling, so there is no token. */
export const wechat = {
  provesBy: 'wechat',
  send,
  upload: async ({ requestId, file, onProgress }) => {
    if (file.source.kind !== 'path') throw new TypeError('A mini-program picks files by path')
    const extension = file.name.toLowerCase().split('.').pop() ?? ''
    const task = cloud().uploadFile({
      cloudPath: `resumes/${requestId}.${extension}`,
      filePath: file.source.path,
    }) as Promise<{ fileID: string }> & Partial<Pick<Taro.UploadTask, 'onProgressUpdate'>>
    task.onProgressUpdate?.(({ progress }) => onProgress(progress))
    const { fileID } = await task
    return send('file.upload', { requestId, storedAs: fileID })
  },
} satisfies Transport
