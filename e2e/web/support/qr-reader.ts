import type { Page } from 'playwright-core'

// A reader that knows nothing of how our codes are drawn. It runs in a page of its own.

declare const jsQR: (data: Uint8ClampedArray, width: number, height: number) => { data: string } | null

/** How a picture has been treated before somebody scans it. */
export type Treatment = { scale: number; degrees: number; jpeg: number | null }

export type Reading = { width: number; height: number; text: string | null }

/** On a page that is nobody else's: `const read = await openReader(page)`. */
export async function openReader(page: Page): Promise<(picture: Buffer, how: Treatment) => Promise<Reading>> {
  await page.addScriptTag({ path: require.resolve('jsqr') })
  return (picture, how) => page.evaluate(readTreated, { url: dataUrlOf(picture), how })
}

const dataUrlOf = (picture: Buffer) => `data:image/png;base64,${picture.toString('base64')}`

/** Runs in the page: treats the picture on a canvas and reads the code in what is left of it. */
async function readTreated({ url, how }: { url: string; how: Treatment }): Promise<Reading> {
  const load = async (address: string) => {
    const image = new Image()
    image.src = address
    await image.decode()
    return image
  }
  const draw = (width: number, height: number, paint: (pen: CanvasRenderingContext2D) => void) => {
    const canvas = document.createElement('canvas')
    Object.assign(canvas, { width, height })
    const pen = canvas.getContext('2d')
    if (!pen) throw new Error('This browser gives no canvas')
    pen.fillStyle = '#fff'
    pen.fillRect(0, 0, width, height)
    paint(pen)
    return { canvas, pen }
  }

  const original = await load(url)
  const { naturalWidth: width, naturalHeight: height } = original
  const angle = (how.degrees / 180) * Math.PI
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)]
  const [w, h] = [width * how.scale, height * how.scale]
  const [wide, high] = [Math.ceil(w * cos + h * sin), Math.ceil(w * sin + h * cos)]
  const treated = draw(wide, high, (pen) => {
    pen.translate(wide / 2, high / 2)
    pen.rotate(angle)
    pen.drawImage(original, -w / 2, -h / 2, w, h)
  })
  const sent = how.jpeg === null ? null : await load(treated.canvas.toDataURL('image/jpeg', how.jpeg))
  const { pen } = sent ? draw(wide, high, (onto) => onto.drawImage(sent, 0, 0)) : treated
  const pixels = pen.getImageData(0, 0, wide, high)
  return { width, height, text: jsQR(pixels.data, wide, high)?.data ?? null }
}
