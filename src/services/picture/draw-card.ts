import type { CardContent, Pen } from './face'
import { COLOUR, drawSeal, writeLines, type TextStyle } from './look'
import { shorten, wrap } from './wrap'

/** WeChat shows the picture of a forwarded card 5:4. */
export const CARD = { width: 500, height: 400 } as const

const MARGIN = 36
const WIDTH = CARD.width - 2 * MARGIN
const COMPANY: TextStyle = { size: 26, line: 48, colour: COLOUR.ink2 }
const HEADLINE: TextStyle = { size: 46, line: 58, bold: true, colour: COLOUR.ink }
const CITY: TextStyle = { size: 28, line: 42, colour: COLOUR.jade }
const POINT: TextStyle = { size: 26, line: 40, colour: COLOUR.ink2 }

/** Draws the picture of a forwarded card: the job or, without one, the open jobs. Nobody's name is on it. */
export function drawCard(pen: Pen, { company, job, jobTitles }: CardContent): void {
  pen.fillStyle = COLOUR.paper
  pen.fillRect(0, 0, CARD.width, CARD.height)
  drawSeal(pen, MARGIN, 26, 48)
  writeLines(pen, [shorten(pen, company, COMPANY, WIDTH - 64)], COMPANY, MARGIN + 64, 26)

  const headline = wrap(pen, job?.title ?? '在招职位', HEADLINE, WIDTH, 2)
  let y = writeLines(pen, headline, HEADLINE, MARGIN, 88)
  if (job) y = writeLines(pen, [shorten(pen, job.city, CITY, WIDTH)], CITY, MARGIN, y)
  const points = job ? job.hardRequirements.slice(0, 3) : jobTitles.slice(0, 5)
  const lines = points.map((point) => shorten(pen, `· ${point}`, POINT, WIDTH))
  writeLines(pen, lines, POINT, MARGIN, y + 10)
}
