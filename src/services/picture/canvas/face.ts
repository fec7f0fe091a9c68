import type { Pen, Picture } from '../face'

/** Draws a loaded picture into a square. */
export type Stamp = (x: number, y: number, side: number) => void

/** One canvas, off the screen. */
export type Sheet = {
  pen: Pen
  load: (dataUrl: string) => Promise<Stamp>
  /** What was drawn, as a PNG. */
  toPicture: () => Promise<Picture>
}

export type Canvas = {
  /** In pixels of the picture. Throws `NoCanvas`, as do the functions of the sheet. */
  open: (width: number, height: number) => Sheet
  /** Gives back what a picture holds; its path shows nothing afterwards. */
  release: (picture: Picture) => void
}
