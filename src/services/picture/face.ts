/**
 * What drawing needs of a canvas: the part that a browser's 2D context and WeChat's have in common, so that one drawing
 * serves both.
 */
export type Pen = Pick<
  CanvasRenderingContext2D,
  | 'fillStyle'
  | 'font'
  | 'textAlign'
  | 'textBaseline'
  | 'fillRect'
  | 'fillText'
  | 'beginPath'
  | 'moveTo'
  | 'arcTo'
  | 'closePath'
> & {
  fill: () => void
  measureText: (text: string) => { width: number }
  getImageData: (x: number, y: number, width: number, height: number) => { data: ArrayLike<number> }
}

/** A picture as a file: a temporary path in WeChat, a `blob:` address on the web. An <Image> shows either. In pixels. */
export type Picture = { path: string; width: number; height: number }

/** What a poster's code is made of: the text of a QR code, or a 小程序码 that WeChat has drawn. */
export type PictureCode =
  { kind: 'qr'; text: string } | { kind: 'image'; base64: string; contentType: string }

/** A job as pictures show it. No amount of money, ever (product.md, "Who owns the referral", 8). */
export type PictureJob = {
  title: string
  city: string
  headcount: number
  hardRequirements: readonly string[]
  challenges: readonly string[]
}

/** `job` null: all open jobs, of which `jobTitles` names the first few. Nothing here is about a candidate. */
export type CardContent = { company: string; job: PictureJob | null; jobTitles: readonly string[] }

export type PosterContent = CardContent & {
  referrer: { name: string; department: string }
  code: PictureCode
}

/** There is no canvas, or what it drew came out empty. Show the plain code instead (`makePlainCode`). */
export class NoCanvas extends Error {
  override name = 'NoCanvas'
}
