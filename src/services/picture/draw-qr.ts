import { encode } from 'uqr'
import type { Pen } from './face'
import { COLOUR } from './look'

/** Rows of modules, true for dark; without the quiet zone. */
export type Modules = readonly (readonly boolean[])[]

/** ISO/IEC 18004 asks for four modules of white around a code. */
export const QUIET_ZONE = 4

/** The QR code of a text: 15 % of it may be unreadable, more where that costs no room. */
export function qrModules(text: string): Modules {
  return encode(text, { ecc: 'M', boostEcc: true, border: 0 }).data
}

/**
 * Draws a code with its quiet zone on white. Modules are whole pixels, so that no edge is blurred: what is left of `side`
 * becomes more white.
 */
export function drawQr(pen: Pen, modules: Modules, x: number, y: number, side: number): void {
  pen.fillStyle = COLOUR.card
  pen.fillRect(x, y, side, side)
  const size = Math.floor(side / (modules.length + 2 * QUIET_ZONE))
  const margin = Math.floor((side - size * modules.length) / 2)
  pen.fillStyle = COLOUR.ink
  modules.forEach((row, down) => {
    row.forEach((dark, right) => {
      if (dark) pen.fillRect(x + margin + right * size, y + margin + down * size, size, size)
    })
  })
}
