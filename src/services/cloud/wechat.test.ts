import Taro from '@tarojs/taro'
import { wechat } from './wechat'

const cloud = { init: jest.fn(), callFunction: jest.fn(), uploadFile: jest.fn() }

beforeAll(() => {
  Object.assign(globalThis, { BOLE_CLOUD_ENV: 'env-1' })
  Object.assign(Taro, { cloud })
})

describe('the road through WeChat', () => {
  it('opens the environment once and calls the one function', async () => {
    cloud.callFunction.mockResolvedValue({ result: { ok: true, data: 1 } })
    expect(await wechat.send('job.list', {})).toEqual({ ok: true, data: 1 })
    await wechat.send('me.get', {})
    expect(cloud.init.mock.calls).toEqual([[{ env: 'env-1' }]])
    expect(cloud.callFunction).toHaveBeenCalledWith({ name: 'api', data: { call: 'job.list', input: {} } })
  })

  it('stores a résumé under its request id, then tells the cloud where', async () => {
    cloud.uploadFile.mockResolvedValue({ fileID: 'cloud://env-1/resumes/request-1.pdf' })
    cloud.callFunction.mockResolvedValue({ result: { ok: true, data: {} } })
    const file = { name: '我的简历.PDF', size: 9, source: { kind: 'path' as const, path: 'wxfile://tmp' } }
    await wechat.upload({ requestId: 'request-1', file, onProgress: jest.fn() })
    expect(cloud.uploadFile).toHaveBeenCalledWith({
      cloudPath: 'resumes/request-1.pdf',
      filePath: 'wxfile://tmp',
    })
    const input = { requestId: 'request-1', storedAs: 'cloud://env-1/resumes/request-1.pdf' }
    expect(cloud.callFunction).toHaveBeenLastCalledWith({ name: 'api', data: { call: 'file.upload', input } })
  })
})
