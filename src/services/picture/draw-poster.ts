import type { Pen, PosterContent } from './face'
import { COLOUR, drawSeal, fillRounded, setStyle, writeLines, type TextStyle } from './look'
import { drawPoints, type Section } from './points'
import { shorten, wrap } from './wrap'

/** Sharp on a screen of density 3, and below the 1365 pixels that WeChat's canvas can have. */
export const POSTER = { width: 750, height: 1334 } as const

const MARGIN = 56
const WIDTH = POSTER.width - 2 * MARGIN
const CODE = 340
/** The white field with the code, at the foot. */
const FOOT = { x: 40, y: 914, width: 670, height: 380 }
const POINTS = { x: 40, width: 670 }

const COMPANY: TextStyle = { size: 32, line: 64, bold: true, colour: COLOUR.ink }
const REFERRER: TextStyle = { size: 28, line: 52, colour: COLOUR.jade }
const HEADLINE: TextStyle = { size: 56, line: 74, bold: true, colour: COLOUR.ink }
const PLACE: TextStyle = { size: 30, line: 44, colour: COLOUR.ink2 }
const CALL: TextStyle = { size: 44, line: 64, bold: true, colour: COLOUR.ink }

/**
 * Draws a poster. `drawCode` draws the code into a square, with its quiet zone. Whatever the texts, nothing leaves the
 * picture and nothing reaches the code.
 */
export function drawPoster(
  pen: Pen,
  content: Omit<PosterContent, 'code'>,
  drawCode: (x: number, y: number, side: number) => void,
): void {
  pen.fillStyle = COLOUR.paper
  pen.fillRect(0, 0, POSTER.width, POSTER.height)

  drawSeal(pen, MARGIN, 48, 64)
  writeLines(pen, [shorten(pen, content.company, COMPANY, WIDTH - 84)], COMPANY, MARGIN + 84, 48)
  drawReferrer(pen, content.referrer, 136)

  const headline = content.job?.title ?? '在招职位'
  let y = writeLines(pen, wrap(pen, headline, HEADLINE, WIDTH, 3), HEADLINE, MARGIN, 208)
  if (content.job) {
    y = writeLines(pen, [shorten(pen, placeOf(content.job), PLACE, WIDTH)], PLACE, MARGIN, y + 4)
  }
  drawPoints(pen, sectionsOf(content), { ...POINTS, y: y + 20, bottom: FOOT.y - 20 })

  fillRounded(pen, FOOT, 24, COLOUR.card)
  drawCode(FOOT.x + 20, FOOT.y + 20, CODE)
  writeLines(
    pen,
    ['扫码或长按', '看看职位'],
    CALL,
    FOOT.x + 20 + CODE + 36,
    FOOT.y + FOOT.height / 2 - CALL.line,
  )
}

/** 「林晓 · 平台研发部 的内推」. When there is too little room it is the department that gets shorter. */
function drawReferrer(pen: Pen, { name, department }: PosterContent['referrer'], y: number): void {
  const padding = 24
  setStyle(pen, REFERRER)
  const ending = ' 的内推'
  const room = WIDTH - 2 * padding - pen.measureText(ending).width
  const text = shorten(pen, [name, department].filter(Boolean).join(' · '), REFERRER, room) + ending
  const width = pen.measureText(text).width + 2 * padding
  fillRounded(pen, { x: MARGIN, y, width, height: REFERRER.line }, REFERRER.line / 2, COLOUR.jade2)
  writeLines(pen, [text], REFERRER, MARGIN + padding, y)
}

function placeOf({ city, headcount }: NonNullable<PosterContent['job']>): string {
  return [city, headcount > 0 ? `招 ${headcount} 人` : ''].filter(Boolean).join(' · ')
}

function sectionsOf({ job, jobTitles }: Omit<PosterContent, 'code'>): Section[] {
  if (!job) return [{ points: jobTitles.slice(0, 5) }]
  return [
    { title: '一定要有', points: job.hardRequirements.slice(0, 3) },
    { title: '说实话的部分', points: job.challenges.slice(0, 2) },
  ]
}
