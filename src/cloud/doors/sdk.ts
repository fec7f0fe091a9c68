import { AppError } from '@/contract/errors'

/** The parts of wx-server-sdk that Bole uses: its own typings leave the open interfaces without any. */
export type CloudSdk = {
  openapi: {
    phonenumber: {
      getPhoneNumber(request: { code: string; openid: string }): Promise<{
        phoneInfo?: { purePhoneNumber?: string; countryCode?: string }
      }>
    }
    wxacode: {
      getUnlimited(request: { scene: string; page: string; width?: number }): Promise<{ buffer?: Buffer }>
    }
    urllink: {
      generate(request: {
        path: string
        query: string
        expireType: 1
        expireInterval: number
      }): Promise<{ urlLink?: string }>
    }
    subscribeMessage: {
      send(request: {
        touser: string
        templateId: string
        page: string
        data: Record<string, { value: string }>
        miniprogramState: 'formal' | 'trial' | 'developer'
      }): Promise<object>
    }
    security: {
      msgSecCheck(request: {
        version: 2
        openid: string
        scene: number
        content: string
      }): Promise<{ result?: { suggest?: string } }>
    }
  }
  uploadFile(request: { cloudPath: string; fileContent: Buffer }): Promise<{ fileID?: string }>
  getTempFileURL(request: {
    fileList: { fileID: string; maxAge: number }[]
  }): Promise<{ fileList: StoredFile[] }>
  deleteFile(request: { fileList: string[] }): Promise<{ fileList: StoredFile[] }>
}

/** `status` is 0 for a file that was found. */
export type StoredFile = { fileID: string; status: number; tempFileURL?: string }

let opened: Promise<CloudSdk> | null = null

/**
 * The SDK, loaded by the first call that needs it: it costs 220 ms, twice a function's cold start. Without credentials
 * the SDK ends the whole process (an unhandled rejection inside it), so it is not even loaded then.
 */
export async function cloudSdk(): Promise<CloudSdk> {
  if (!process.env.TENCENTCLOUD_SECRETID || !process.env.TENCENTCLOUD_SECRETKEY) {
    throw new AppError('unavailable', 'The platform gave this function no credentials', { retryAfter: 60 })
  }
  opened ??= open()
  return opened
}

async function open(): Promise<CloudSdk> {
  const { default: cloud } = await import('wx-server-sdk')
  // `env` is typed as a string, yet the platform's own examples pass this symbol: the environment we run in.
  const init = cloud.init as (config: { env: symbol; timeout: number }) => void
  init({ env: cloud.DYNAMIC_CURRENT_ENV, timeout: 8_000 })
  return cloud as unknown as CloudSdk
}

/** Too many calls in a minute, a second or a day. -1 is WeChat's "busy", and a storage call that did not get through. */
const BUSY = new Set([-1, 45009, 45011, 44990, 44991])

/** The number in a failure of the SDK: WeChat's (positive) or the platform's (negative). */
export function sdkErrorCode(error: unknown): number {
  if (typeof error !== 'object' || error === null || !('errCode' in error)) return 0
  return typeof error.errCode === 'number' ? error.errCode : 0
}

/**
 * What a failure of the SDK means to a caller who did nothing wrong. Its text is left out: WeChat quotes what it was
 * sent, which may be a number or a name.
 */
export function toAppError(error: unknown, asked: string): unknown {
  const code = sdkErrorCode(error)
  // Not from the SDK: it is one already, or a fault of ours such as a package that was not installed.
  if (code === 0) return error
  // -501001 is also what a refused connection becomes; -601xxx are WeChat's own failures behind it.
  const away = BUSY.has(code) || (code <= -501001 && code > -502000) || (code <= -601001 && code >= -601003)
  if (away || code === -601008)
    return new AppError('unavailable', `${asked} is away (${code})`, { retryAfter: 5 })
  return new AppError('internal', `${asked} answered ${code}`)
}
