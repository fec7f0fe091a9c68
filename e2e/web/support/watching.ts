import type { Page } from 'playwright-core'
import type { LocalServer } from '../../local-server'
import { move, openCase, type Move } from '../people/recruiter'
import { openReferral } from '../people/referrer'
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

/** One candidate in front of both: the referrer's timeline and the recruiter's case. */
export async function openBeside(
  hand: Hand,
  { links }: LocalServer,
  { referrer, recruiter }: Omit<Three, 'candidate'>,
  name: string,
): Promise<void> {
  await Promise.all([
    referrer.page.goto(links.referrer).then(() => openReferral(hand, referrer.page, name)),
    recruiter.page.goto(links.recruiter).then(() => openCase(hand, recruiter.page, name)),
  ])
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
