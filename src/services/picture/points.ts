import type { Pen } from './face'
import { COLOUR, fillRounded, writeLines, type TextStyle } from './look'
import { wrap } from './wrap'

export type Section = { title?: string; points: readonly string[] }

const PADDING = 28
const GAP = 16
const DOT = 8
const INDENT = 28
/** Sizes of text with the height of a line, from roomy to tight. */
const SIZES = [
  { size: 34, line: 58 },
  { size: 31, line: 50 },
  { size: 28, line: 40 },
] as const
const TIGHTEST = SIZES[2]

type Size = (typeof SIZES)[number]
type Box = { x: number; y: number; width: number; bottom: number }
type Laid = { title?: string; points: string[][] }

const titleStyle = ({ size, line }: Size): TextStyle => ({
  size: size - 2,
  line,
  bold: true,
  colour: COLOUR.jade,
})
const pointStyle = ({ size, line }: Size): TextStyle => ({ size, line, colour: COLOUR.ink })

/**
 * Draws lists on a white field, in the largest text that shows them whole and above `bottom`. A point has two lines at
 * most; where even the smallest text leaves no room for them, the last points get one.
 */
export function drawPoints(pen: Pen, sections: readonly Section[], box: Box): void {
  const filled = sections
    .map(({ title, points }) => ({ title, points: points.filter((point) => point.trim()) }))
    .filter(({ points }) => points.length > 0)
  if (filled.length === 0) return
  const { laid, size } = layOut(pen, filled, box)
  fillRounded(pen, { ...box, height: heightOf(laid, size) }, 24, COLOUR.card)
  let y = box.y + PADDING
  for (const { title, points } of laid) {
    if (title) y = writeLines(pen, [title], titleStyle(size), box.x + PADDING, y)
    for (const lines of points) {
      const dot = { x: box.x + PADDING, y: y + (size.line - DOT) / 2, width: DOT, height: DOT }
      fillRounded(pen, dot, DOT / 2, COLOUR.seal)
      y = writeLines(pen, lines, pointStyle(size), box.x + PADDING + INDENT, y)
    }
    y += GAP
  }
}

function layOut(pen: Pen, sections: readonly Section[], box: Box): { laid: Laid[]; size: Size } {
  const count = sections.reduce((sum, { points }) => sum + points.length, 0)
  const fits = (laid: Laid[], size: Size) => box.y + heightOf(laid, size) <= box.bottom
  for (const size of SIZES) {
    const laid = wrapAll(pen, sections, size, box.width, count)
    const whole = !laid.some(({ points }) => points.flat().some((line) => line.endsWith('…')))
    if (fits(laid, size) && whole) return { laid, size }
  }
  for (let long = count; ; long--) {
    const laid = wrapAll(pen, sections, TIGHTEST, box.width, long)
    if (long <= 0 || fits(laid, TIGHTEST)) return { laid, size: TIGHTEST }
  }
}

/** `long`: how many points, from the first on, may have two lines. */
function wrapAll(pen: Pen, sections: readonly Section[], size: Size, width: number, long: number): Laid[] {
  const room = width - 2 * PADDING - INDENT
  let place = 0
  return sections.map(({ title, points }) => ({
    title,
    points: points.map((point) => wrap(pen, point, pointStyle(size), room, place++ < long ? 2 : 1)),
  }))
}

function heightOf(sections: readonly Laid[], { line }: Size): number {
  const lines = sections.map(({ title, points }) => (title ? 1 : 0) + points.flat().length)
  return 2 * PADDING + line * lines.reduce((sum, count) => sum + count, 0) + GAP * (sections.length - 1)
}
