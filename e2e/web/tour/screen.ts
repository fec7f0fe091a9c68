import type { Page } from 'playwright-core'
import type { Places } from './places'

export type Screen = {
  /** Latin, with dashes: also the name of its picture. */
  name: string
  /** Brings it up and waits until it is there. */
  open(page: Page, places: Places): Promise<void>
  /** What its console says because of what it shows: a refused call, a network that is away. */
  says?: RegExp
}

/** For the next screen in the same browser: connected, nobody signed in, nothing open. */
export async function beginAnew(page: Page): Promise<void> {
  await page.context().setOffline(false)
  await page.unrouteAll()
  await page.setViewportSize(WIDTHS[0])
  await page.evaluate(() => localStorage.clear())
  // An address that differs behind the # only would not load the app again.
  await page.goto('about:blank')
}

/** No grey block stands for something else, and nothing moves but what moves for ever. */
export async function untilSettled(page: Page): Promise<void> {
  const grey = page.getByRole('status', { name: '正在加载' }).filter({ visible: true })
  await grey.first().waitFor({ state: 'detached' })
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState, effect }) => {
      return playState !== 'running' || effect?.getComputedTiming().iterations === Infinity
    }),
  )
}

export const WIDTHS = [
  { width: 375, height: 812 },
  { width: 1280, height: 900 },
] as const
