import type { Pen } from './face'

/** The colours of src/styles/tokens.scss: a canvas cannot read them from a style sheet. */
export const COLOUR = {
  ink: '#1b2024',
  ink2: '#59626b',
  paper: '#f6f4f0',
  card: '#ffffff',
  jade: '#17635f',
  jade2: '#e4efed',
  seal: '#c8452c',
} as const

/** Not quoted and only `bold`: WeChat's canvas ignores a font it cannot read and goes on with 10 px. */
const FAMILY = 'PingFang SC, Noto Sans CJK SC, Noto Sans SC, Microsoft YaHei, sans-serif'

/** In pixels of the picture. `line` is the height of a line. */
export type TextStyle = { size: number; line: number; bold?: boolean; colour: string }

export function setStyle(pen: Pen, { size, bold, colour }: TextStyle): void {
  pen.font = `${bold ? 'bold ' : ''}${size}px ${FAMILY}`
  pen.fillStyle = colour
  pen.textAlign = 'left'
  pen.textBaseline = 'middle'
}

/** Writes lines below one another, from the left upper corner of the first; the lower edge of the last comes back. */
export function writeLines(
  pen: Pen,
  lines: readonly string[],
  style: TextStyle,
  x: number,
  y: number,
): number {
  setStyle(pen, style)
  lines.forEach((line, index) => pen.fillText(line, x, y + (index + 0.5) * style.line))
  return y + lines.length * style.line
}

export function fillRounded(
  pen: Pen,
  box: { x: number; y: number; width: number; height: number },
  radius: number,
  colour: string,
): void {
  const { x, y } = box
  const right = x + box.width
  const bottom = y + box.height
  pen.fillStyle = colour
  pen.beginPath()
  pen.moveTo(x + radius, y)
  pen.arcTo(right, y, right, bottom, radius)
  pen.arcTo(right, bottom, x, bottom, radius)
  pen.arcTo(x, bottom, x, y, radius)
  pen.arcTo(x, y, right, y, radius)
  pen.closePath()
  pen.fill()
}

/** The seal 「伯」. */
export function drawSeal(pen: Pen, x: number, y: number, side: number): void {
  fillRounded(pen, { x, y, width: side, height: side }, side / 6, COLOUR.seal)
  setStyle(pen, { size: side * 0.62, line: side, bold: true, colour: COLOUR.card })
  pen.textAlign = 'center'
  pen.fillText('伯', x + side / 2, y + side / 2)
}
