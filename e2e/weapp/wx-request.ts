import { readFileSync } from 'node:fs'
import path from 'node:path'
import { wxApi } from './wx-api'
import type { Device } from './wx-device'

/** The address that `build:weapp:http` compiles into the mini-program. */
const BUILT_FOR = 'http://127.0.0.1:8787'

/** As WeChat says it on an iPhone: what says nothing is taken for a bot, which leaves no touch. */
const WECHAT =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.50'

type Request = { url: string; method?: string; header?: Record<string, string>; data?: unknown }
type Upload = {
  url: string
  filePath: string
  name: string
  formData?: object
  header?: Record<string, string>
}
type Progress = (state: { progress: number }) => void

/** `wx.request` and `wx.uploadFile`, to a server on this machine. Its address stands in for the built-in one. */
export function overHttp(server: string): (device: Device) => Record<string, unknown> {
  return (device) => {
    const reach = async (url: string, init: RequestInit): Promise<Response> => {
      if (!url.startsWith(`${BUILT_FOR}/`)) throw new Error(`request:fail url not in domain list: ${url}`)
      if (!device.online) throw new Error('request:fail net::ERR_INTERNET_DISCONNECTED')
      const headers = { ...(init.headers as Record<string, string> | undefined), 'User-Agent': WECHAT }
      return fetch(url.replace(BUILT_FOR, server), { ...init, headers })
    }
    return {
      request: wxApi('request', async ({ url, method, header, data }: Request) => {
        const response = await reach(url, { method, headers: header, body: JSON.stringify(data) })
        return { statusCode: response.status, header: {}, data: readJson(await response.text()) }
      }),
      uploadFile: (options: Upload) => {
        const watching = new Set<Progress>()
        const upload = wxApi('uploadFile', async ({ url, header, ...file }: Upload) => {
          const response = await reach(url, { method: 'POST', headers: header, body: formOf(file) })
          watching.forEach((tell) => tell({ progress: 100 }))
          return { statusCode: response.status, data: await response.text() }
        })
        void upload(options)
        return { onProgressUpdate: (tell: Progress) => void watching.add(tell), abort: () => undefined }
      },
    }
  }
}

/** WeChat hands over parsed JSON where it is JSON, else the text. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** The file goes under its temporary name, not the one it had in the chat. */
function formOf({ filePath, name, formData = {} }: Pick<Upload, 'filePath' | 'name' | 'formData'>): FormData {
  const form = new FormData()
  for (const [field, value] of Object.entries(formData)) form.append(field, String(value))
  form.append(name, new Blob([readFileSync(filePath)]), `tmp${path.extname(filePath)}`)
  return form
}
