import type { Sheet } from './canvas/face'
import { drawPoster, POSTER } from './draw-poster'
import { drawQr, qrModules } from './draw-qr'
import type { Picture, PictureCode, PosterContent } from './face'
import { dataUrlOf } from './image-file/face'
import { makePicture } from './make-picture'
import { COLOUR } from './look'

type DrawCode = (x: number, y: number, side: number) => void

/**
 * A poster of 750 × 1334; the same content gives the same picture again. Rejects with `NoCanvas` where none can be
 * drawn: show `makePlainCode` then.
 */
export function makePoster(content: PosterContent): Promise<Picture> {
  return makePicture(`poster ${JSON.stringify(content)}`, POSTER, async (sheet) => {
    const drawCode = await readyCode(sheet, content.code)
    drawPoster(sheet.pen, content, drawCode)
  })
}

async function readyCode({ pen, load }: Sheet, code: PictureCode): Promise<DrawCode> {
  if (code.kind === 'qr') {
    const modules = qrModules(code.text)
    return (x, y, side) => drawQr(pen, modules, x, y, side)
  }
  const stamp = await load(dataUrlOf(code))
  return (x, y, side) => {
    // A 小程序码 may be transparent.
    pen.fillStyle = COLOUR.card
    pen.fillRect(x, y, side, side)
    stamp(x, y, side)
  }
}
