import Taro from '@tarojs/taro'
import type { OpenFile } from './face'

export const openFile = {
  open: async (fetchLink) => {
    const link = await fetchLink()
    if (!link) return false
    const url = link.url.startsWith('/') ? `${BOLE_SERVER}${link.url}` : link.url
    try {
      const { tempFilePath } = await Taro.downloadFile({ url })
      await Taro.openDocument({ filePath: tempFilePath, fileType: link.kind })
      return true
    } catch {
      return false
    }
  },
} satisfies OpenFile
