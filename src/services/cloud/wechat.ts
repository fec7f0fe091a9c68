import Taro from '@tarojs/taro'
import type { Transport, Upload } from './face'
import { lendPath } from './file-path'

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

async function upload({ requestId, file, onProgress }: Upload): Promise<unknown> {
  const extension = file.name.toLowerCase().split('.').pop() ?? ''
  const task = cloud().uploadFile({
    cloudPath: `resumes/${requestId}.${extension}`,
    filePath: lendPath(file).path,
  }) as Promise<{ fileID: string }> & Partial<Pick<Taro.UploadTask, 'onProgressUpdate'>>
  task.onProgressUpdate?.(({ progress }) => onProgress(progress))
  const { fileID } = await task
  return send('file.upload', { requestId, storedAs: fileID })
}

/** Through WeChat to the deployed function; WeChat itself says who is calling, so there is no token. */
export const wechat = { provesBy: 'wechat', send, upload } satisfies Transport
