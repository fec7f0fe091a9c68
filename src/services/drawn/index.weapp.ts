import Taro from '@tarojs/taro'
import type { Drawn } from './face'

/** React first has to hand its change to Taro, which it does before the next timer; then WeChat has to take it. */
export const drawn = (async () => {
  await new Promise<void>((resolve) => setTimeout(resolve))
  await new Promise<void>((resolve) => Taro.nextTick(resolve))
}) satisfies Drawn
