import Taro from '@tarojs/taro'
import type { EntryService } from './face'

export const { openedWith, visitorId } = {
  // The last start or return from outside, not the first one of `getLaunchOptionsSync`.
  openedWith: () => {
    const scene: unknown = Taro.getEnterOptionsSync().scene
    return { scene: typeof scene === 'number' ? scene : null }
  },
  visitorId: () => null,
} satisfies EntryService
