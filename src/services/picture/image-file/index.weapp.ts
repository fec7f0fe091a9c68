import Taro from '@tarojs/taro'
import { dataUrlOf, type AddressOf } from './face'

let written = 0

/** Its path; null where there is no room. */
export function writeImage(base64: string): Promise<string | null> {
  return new Promise((resolve) => {
    const filePath = `${Taro.env.USER_DATA_PATH ?? ''}/picture-${++written}.png`
    const done = { success: () => resolve(filePath), fail: () => resolve(null) }
    Taro.getFileSystemManager().writeFile({ filePath, data: base64, encoding: 'base64', ...done })
  })
}

/** A file, because WeChat takes 64 KB at once and a 小程序码 can be more in base64; as it came where none can be made. */
export const addressOf = (async (image) => {
  const path = await writeImage(image.base64).catch(() => null)
  return path ?? dataUrlOf(image)
}) satisfies AddressOf
