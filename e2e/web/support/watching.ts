import type { Page } from 'playwright-core'
import { move, type Move } from '../people/recruiter'
import type { Guest } from './guests'
import type { Hand } from './hands'
import { see } from './look'

type Three = Record<'recruiter' | 'candidate' | 'referrer', Guest>

/** The recruiter moves, two others look at their open timelines. How many ms after the move the slower one saw it. */
export async function moveWatched(hand: Hand, step: Move, { recruiter, candidate, referrer }: Three) {
  const [done, ...seen] = await Promise.all([
    move(hand, recruiter.page, step),
    seenAt(candidate.page, step.candidate),
    seenAt(referrer.page, step.referrer),
  ])
  return Math.max(...seen) - done
}

async function seenAt(page: Page, text: string): Promise<number> {
  await see(page, text)
  return performance.now()
}

/** Marks the document; the answer tells whether it is still the same one. */
export async function leaveMark(page: Page): Promise<() => Promise<boolean>> {
  await page.evaluate(() => document.documentElement.setAttribute('data-mark', ''))
  return () => page.evaluate(() => document.documentElement.hasAttribute('data-mark'))
}
