/**
 * Posters and cards, drawn on the phone. A page of the main package takes the card from './card': this file brings the
 * QR codes along, which belong into the subpackage with the poster.
 */
export { makeCardPicture } from './card'
export { NoCanvas } from './face'
export type { CardContent, Picture, PictureCode, PictureJob, PosterContent } from './face'
export { makePlainCode } from './plain-code'
export { makePoster } from './poster'
