import Taro from '@tarojs/taro'
import type { Album } from './face'

export type { SaveOutcome, ShareOutcome } from './face'

const isCancel = (failure: unknown) =>
  typeof failure === 'object' &&
  failure !== null &&
  'errMsg' in failure &&
  /cancel/.test(String(failure.errMsg))

export const album = {
  // WeChat asks once. After a refusal it fails at once, until the person allows it in the settings.
  save: ({ path }) =>
    Taro.saveImageToPhotosAlbum({ filePath: path }).then(
      () => 'saved' as const,
      (failure: unknown) => (isCancel(failure) ? ('cancelled' as const) : ('refused' as const)),
    ),
  share: ({ path }) =>
    new Promise((resolve) => {
      const fail = (failure: unknown) => resolve(isCancel(failure) ? 'cancelled' : 'unavailable')
      // Missing before base library 2.14.3.
      if (!Taro.canIUse('showShareImageMenu')) return resolve('unavailable')
      // Taro hands this one through as it is: only the callbacks are sure to come.
      void Taro.showShareImageMenu({ path, success: () => resolve('shared'), fail })
    }),
  openSettings: () =>
    Taro.openSetting().then(
      ({ authSetting }) => authSetting['scope.writePhotosAlbum'] === true,
      () => false,
    ),
} satisfies Album
