import type { Page } from 'playwright-core'
import type { LocalServer } from '../../local-server'
import type { Hand } from '../support/hands'
import { button, field, heading, see } from '../support/look'
import { apply, proveNumber, type Application } from './candidate'

// Somebody who came by a door that was made for nobody in particular.

export type Visitor = Application & { phone: string }

/** From the page of a poster, a code or a link to the timeline. The answer is the id of the application. */
export async function applyFromLanding(
  server: LocalServer,
  { hand, page }: { hand: Hand; page: Page },
  { phone, ...application }: Visitor,
): Promise<string> {
  await hand.press(button(page, '投递这个职位'))
  await heading(page, '验证手机号').first().waitFor()
  await proveNumber(hand, page, phone, server)
  await apply(hand, page, application)
  return idShown(page)
}

/** From a job's page, with or without the token of whoever recommended it. */
export async function applyFromJob(
  server: LocalServer,
  { hand, page }: { hand: Hand; page: Page },
  { phone, ...application }: Visitor,
): Promise<string> {
  await hand.press(button(page, '投递'))
  await hand.press(button(page, '去验证'))
  await proveNumber(hand, page, phone, server)
  await apply(hand, page, application)
  return idShown(page)
}

/** Where a code is asked for: at home, among the jobs, on the page of a dead link. */
export async function typeCode(hand: Hand, page: Page, typed: string): Promise<void> {
  await hand.write(field(page, '内推码'), typed)
  await hand.press(button(page, '找到推荐我的同事'))
}

/** Unfolds why it is whose it is, on anybody's timeline. */
export async function askWhy(hand: Hand, page: Page, sentence: string | RegExp): Promise<void> {
  await hand.press(button(page, '为什么记在这里'))
  await see(page, sentence)
}

/** The application whose timeline is in front. */
export function idShown(page: Page): string {
  const id = new URLSearchParams(new URL(page.url()).hash.split('?')[1]).get('id')
  if (!id) throw new Error('There is no timeline in front')
  return id
}
