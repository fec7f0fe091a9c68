import Taro from '@tarojs/taro'
import type { Clipboard } from './face'

export const clipboard = {
  // WeChat itself says 「内容已复制」.
  copy: (text) =>
    Taro.setClipboardData({ data: text }).then(
      () => true,
      () => false,
    ),
  read: () =>
    Taro.getClipboardData().then(
      ({ data }) => data,
      () => '',
    ),
} satisfies Clipboard
