import { NoCanvas } from '../face'
import type { Canvas, Sheet, Stamp } from './face'

const toBlob = (canvas: HTMLCanvasElement) =>
  new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))

export const canvas = {
  open: (width, height): Sheet => {
    const element = document.createElement('canvas')
    element.width = width
    element.height = height
    const pen = element.getContext('2d')
    if (!pen) throw new NoCanvas('This browser gives no 2D context.')
    return {
      pen,
      load: (dataUrl) =>
        new Promise<Stamp>((resolve, reject) => {
          const image = new Image()
          image.onload = () => resolve((x, y, side) => pen.drawImage(image, x, y, side, side))
          image.onerror = () => reject(new NoCanvas('The code image does not load.'))
          image.src = dataUrl
        }),
      toPicture: async () => {
        const blob = await toBlob(element)
        if (!blob?.size) throw new NoCanvas('The canvas came out empty.')
        return { path: URL.createObjectURL(blob), width, height }
      },
    }
  },
  release: ({ path }) => URL.revokeObjectURL(path),
} satisfies Canvas
