import { canvas } from './canvas'
import type { Sheet } from './canvas/face'
import { NoCanvas, type Pen, type Picture } from './face'
import { COLOUR } from './look'

/** More than a page draws; pictures made before these are given back. */
const KEPT = 12
const kept = new Map<string, Promise<Picture>>()

/** Draws a picture once per key and keeps the last few, so that coming back to one costs nothing. */
export function makePicture(
  key: string,
  size: { width: number; height: number },
  draw: (sheet: Sheet) => Promise<void>,
): Promise<Picture> {
  const picture = kept.get(key) ?? drawOnce(size, draw)
  // Last used stands last.
  kept.delete(key)
  kept.set(key, picture)
  // What failed is tried anew next time.
  picture.catch(() => kept.get(key) === picture && kept.delete(key))
  for (const [oldest, old] of kept) {
    if (kept.size <= KEPT) break
    kept.delete(oldest)
    void old.then(canvas.release, () => undefined)
  }
  return picture
}

async function drawOnce(
  { width, height }: { width: number; height: number },
  draw: (sheet: Sheet) => Promise<void>,
): Promise<Picture> {
  const sheet = canvas.open(width, height)
  await draw(sheet)
  if (!isPainted(sheet.pen)) throw new NoCanvas('The canvas stayed blank.')
  return sheet.toPicture()
}

/**
 * Whether the upper left corner is paper. Some phones leave a canvas blank without an error, and browsers that hide who
 * one is hand out white or noise.
 */
function isPainted(pen: Pen): boolean {
  const channels = [1, 3, 5].map((at) => parseInt(COLOUR.paper.slice(at, at + 2), 16))
  try {
    const { data } = pen.getImageData(0, 0, 1, 1)
    return channels.every((channel, index) => Math.abs(channel - (data[index] ?? 0)) <= 6)
  } catch {
    // It cannot be looked at; the file's size still tells.
    return true
  }
}
