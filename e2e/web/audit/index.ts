import type { Page } from 'playwright-core'
import { fit } from './fit'
import { named } from './named'
import { readable } from './readable'
import { tappable } from './tappable'

/** What is wrong with what is on screen, one line each. */
export async function audit(page: Page): Promise<string[]> {
  const problems = []
  for (const look of [fit, tappable, readable, named]) problems.push(...(await page.evaluate(look)))
  return problems
}
