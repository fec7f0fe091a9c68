import Taro from '@tarojs/taro'
import { readEntry } from '@/domain/entry'
import type { ScanOutcome, Scanner } from './face'

export type { ScanOutcome } from './face'

export const { scan } = {
  scan: async (): Promise<ScanOutcome> => {
    try {
      const { path, result } = await Taro.scanCode({})
      // Our own 小程序码 comes as a path and has no result.
      return readEntry(path ?? '') ?? readEntry(result ?? '') ?? 'nothing'
    } catch (failure) {
      const cancelled =
        failure instanceof Object && 'errMsg' in failure && /cancel/.test(String(failure.errMsg))
      return cancelled ? 'cancelled' : 'unavailable'
    }
  },
} satisfies Scanner
