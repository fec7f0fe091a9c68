import type { Pen } from './face'
import { setStyle, type TextStyle } from './look'

/** A word of Latin letters or one other sign, with the punctuation that may not begin a line after it; or blanks. */
const PIECE = /(?:[A-Za-z0-9+#.&'_/-]+|\S)[，。、；：！？）」』》”’,;:!?)\]…]*|\s+/gu

/**
 * Breaks a text into lines no wider than `width`: between Chinese signs, between Latin words, and inside a word only when
 * it is wider than a line. What does not fit into `limit` lines ends with 「…」.
 */
export function wrap(pen: Pen, text: string, style: TextStyle, width: number, limit: number): string[] {
  setStyle(pen, style)
  const fits = (line: string) => pen.measureText(line).width <= width
  // Each line with the blanks at its end, which the last one needs when it is joined with what does not fit.
  const lines: string[] = []
  let line = ''
  const next = (piece: string) => {
    if (line.trim() && !fits((line + piece).trimEnd())) {
      lines.push(line)
      line = ''
    }
    line = (line + piece).trimStart()
  }
  for (const piece of text.trim().match(PIECE) ?? []) {
    if (fits(piece.trim())) next(piece)
    else [...piece].forEach(next)
  }
  if (line) lines.push(line)
  if (lines.length > limit) {
    const rest = lines.splice(limit - 1).join('')
    lines.push(shorten(pen, rest, style, width))
  }
  return lines.map((each) => each.trimEnd())
}

/** One line: what does not fit ends with 「…」. */
export function shorten(pen: Pen, text: string, style: TextStyle, width: number): string {
  setStyle(pen, style)
  if (pen.measureText(text).width <= width) return text
  const signs = [...text]
  while (signs.length > 0 && pen.measureText(`${signs.join('')}…`).width > width) signs.pop()
  return `${signs.join('').trimEnd()}…`
}
