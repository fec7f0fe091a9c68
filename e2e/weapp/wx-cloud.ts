import { readFileSync } from 'node:fs'
import type { Cloud } from './cloud'
import { wxApi } from './wx-api'
import type { Device } from './wx-device'

/** `wx.cloud` in the hand of the person with this openid. */
export function overCloud(cloud: Cloud, openid: string): (device: Device) => Record<string, unknown> {
  return (device) => {
    let ready = false
    const reach = (api: string) => {
      if (!ready) throw new Error(`${api}:fail Cloud API isn't enabled, please call wx.cloud.init first`)
      if (!device.online) throw new Error(`${api}:fail -1 net::ERR_INTERNET_DISCONNECTED`)
    }
    return {
      cloud: {
        init: () => {
          ready = true
        },
        callFunction: wxApi('cloud.callFunction', async ({ name, data }: { name: string; data: object }) => {
          reach('cloud.callFunction')
          if (name !== 'api') throw new Error(`cloud.callFunction:fail -501000 no function ${name}`)
          return { result: await cloud.callFunction(openid, data), requestID: 'request' }
        }),
        uploadFile: wxApi('cloud.uploadFile', (file: { cloudPath: string; filePath: string }) => {
          reach('cloud.uploadFile')
          return { fileID: cloud.uploadFile(file.cloudPath, readFileSync(file.filePath)), statusCode: 204 }
        }),
      },
    }
  }
}
