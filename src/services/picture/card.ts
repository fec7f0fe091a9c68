import { CARD, drawCard } from './draw-card'
import type { CardContent, Picture } from './face'
import { makePicture } from './make-picture'

/**
 * The 5:4 picture of a forwarded card; the same content gives the same picture again. Rejects with `NoCanvas` where none
 * can be drawn: forward the general one then.
 */
export function makeCardPicture({ company, job, jobTitles }: CardContent): Promise<Picture> {
  const content = { company, job, jobTitles }
  return makePicture(`card ${JSON.stringify(content)}`, CARD, ({ pen }) =>
    Promise.resolve(drawCard(pen, content)),
  )
}
