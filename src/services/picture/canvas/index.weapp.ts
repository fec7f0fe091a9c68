import Taro from '@tarojs/taro'
import { NoCanvas, type Pen } from '../face'
import { writeImage } from '../image-file/index.weapp'
import type { Canvas, Sheet, Stamp } from './face'

/** Taro types WeChat's context as an empty object. */
type WechatPen = Pen & { drawImage: (image: Taro.Image, ...box: [number, number, number, number]) => void }

const DATA_URL = 'data:image/png;base64,'

function sizeOf(filePath: string): Promise<number> {
  return new Promise((resolve) => {
    Taro.getFileSystemManager().getFileInfo({
      filePath,
      success: (info) => resolve('size' in info ? info.size : 0),
      fail: () => resolve(0),
    })
  })
}

async function exported(canvas: Taro.Canvas): Promise<string | null> {
  const { width, height } = canvas
  try {
    // Without destWidth WeChat multiplies by the screen's density.
    const box = { x: 0, y: 0, width, height, destWidth: width, destHeight: height }
    const { tempFilePath } = await Taro.canvasToTempFilePath({ canvas, ...box, fileType: 'png' })
    return (await sizeOf(tempFilePath)) > 0 ? tempFilePath : null
  } catch {
    return null
  }
}

/**
 * WeChat on a Mac (4.0) and older ones on iOS refuse to export an off-screen canvas and still give its data URL. Can go
 * when `canvasToTempFilePath` works there.
 */
async function writtenByHand(canvas: Taro.Canvas): Promise<string | null> {
  try {
    const url = canvas.toDataURL('image/png', 1)
    const empty = !url.startsWith(DATA_URL) || url.length === DATA_URL.length
    return empty ? null : await writeImage(url.slice(DATA_URL.length))
  } catch {
    return null
  }
}

function openOffscreen(width: number, height: number) {
  try {
    // Missing before base library 2.16.1.
    const offscreen = Taro.createOffscreenCanvas({ type: '2d', width, height })
    const pen = offscreen.getContext('2d') as WechatPen | null
    return pen && { offscreen, pen }
  } catch {
    return null
  }
}

export const canvas = {
  open: (width, height): Sheet => {
    const opened = openOffscreen(width, height)
    if (!opened) throw new NoCanvas('This WeChat has no off-screen canvas.')
    const { offscreen, pen } = opened
    return {
      pen,
      load: (dataUrl) =>
        new Promise<Stamp>((resolve, reject) => {
          const image = offscreen.createImage()
          image.onload = () => resolve((x, y, side) => pen.drawImage(image, x, y, side, side))
          image.onerror = () => reject(new NoCanvas('The code image does not load.'))
          image.src = dataUrl
        }),
      toPicture: async () => {
        const whole = offscreen as Taro.Canvas
        const path = (await exported(whole)) ?? (await writtenByHand(whole))
        if (!path) throw new NoCanvas('The canvas came out empty.')
        return { path, width, height }
      },
    }
  },
  release: ({ path }) => {
    // WeChat clears its temporary files itself.
    if (!path.startsWith(Taro.env.USER_DATA_PATH ?? '')) return
    Taro.getFileSystemManager().unlink({ filePath: path, fail: () => undefined })
  },
} satisfies Canvas
