import type { Pen } from '@/services/picture/face'

/** A box that was painted, in pixels of the picture, with what was written in it. */
export type Mark = {
  left: number
  top: number
  right: number
  bottom: number
  colour: string
  text?: string
}

const isWide = (sign: string) => /[^\u0000-\u2fff]|[…·]/.test(sign)

/**
 * A pen without a canvas: it keeps the boxes of what is drawn. Chinese signs are as wide as high, others a bit more than
 * half of that.
 */
export function recordingPen(): { pen: Pen; marks: Mark[] } {
  const marks: Mark[] = []
  let path: [number, number][] = []

  const size = () => Number(/(\d+(?:\.\d+)?)px/.exec(pen.font)?.[1] ?? 10)
  const widthOf = (text: string) =>
    [...text].reduce((width, sign) => width + size() * (isWide(sign) ? 1 : 0.55), 0)
  const keep = (left: number, top: number, right: number, bottom: number, text?: string) =>
    marks.push({
      left,
      top,
      right,
      bottom,
      colour: String(pen.fillStyle),
      ...(text !== undefined && { text }),
    })

  const pen: Pen = {
    fillStyle: '#000000',
    font: '10px sans-serif',
    textAlign: 'start',
    textBaseline: 'alphabetic',
    fillRect: (x, y, width, height) => void keep(x, y, x + width, y + height),
    fillText: (text, x, y) => {
      if (pen.textBaseline !== 'middle') throw new Error('This pen knows the baseline "middle" only.')
      const left = pen.textAlign === 'center' ? x - widthOf(text) / 2 : x
      keep(left, y - size() / 2, left + widthOf(text), y + size() / 2, text)
    },
    measureText: (text) => ({ width: widthOf(text) }),
    beginPath: () => void (path = []),
    moveTo: (x, y) => void path.push([x, y]),
    arcTo: (x1, y1, x2, y2) => void path.push([x1, y1], [x2, y2]),
    closePath: () => undefined,
    fill: () => {
      const across = path.map(([x]) => x)
      const down = path.map(([, y]) => y)
      keep(Math.min(...across), Math.min(...down), Math.max(...across), Math.max(...down))
    },
    getImageData: () => ({ data: [246, 244, 240, 255] }),
  }
  return { pen, marks }
}

/** Everything that was written, from top to bottom. */
export const textOf = (marks: readonly Mark[]) => marks.flatMap(({ text }) => text ?? []).join('\n')

export const overlap = (one: Mark, other: Mark) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
