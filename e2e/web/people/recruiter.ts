import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright-core'
import type { Hand } from '../support/hands'
import { button, field, see, words } from '../support/look'

/** The demo company has about a hundred running applications, twenty a page. */
const PAGES_AT_MOST = 8

export type Move = {
  /** A target other than the one that is offered first. */
  choose?: string
  /** As the button says it: 「推进到初筛，并告诉双方」. */
  deed: string
  candidate: string
  referrer: string
  note: string
}

/** At a desk the case stands beside the list, in a narrow window it is a page of its own. */
export async function openCase(hand: Hand, page: Page, name: string): Promise<void> {
  const row = button(page, new RegExp(`^${name}`))
  await bringUp(hand, page, row)
  await hand.press(row)
  await page.getByRole('heading', { name, exact: true }).waitFor()
}

/** Late ones stand on top, as many as there are at this hour: who has just applied may be on a later page. */
async function bringUp(hand: Hand, page: Page, row: Locator): Promise<void> {
  const older = button(page, '再看更早的')
  await row.or(older).first().waitFor()
  for (let pages = 1; pages < PAGES_AT_MOST && !(await row.isVisible()); pages++) {
    if (!(await older.isVisible())) return
    await hand.press(older)
  }
}

/** Writes three texts and sends them. Comes back when the screen says that it is done; the answer is when that was. */
export async function move(hand: Hand, page: Page, step: Move): Promise<number> {
  const { choose, deed, candidate, referrer, note } = step
  // After a move what was told stands in the form's place.
  const carryOn = button(page, '继续下一步')
  if (await carryOn.isVisible()) await hand.press(carryOn)
  if (choose) await hand.press(button(page, choose))
  await hand.write(field(page, '候选人会看到'), candidate)
  await hand.write(field(page, '内推人会看到'), referrer)
  await hand.write(field(page, '内部备注（选填，只有招聘同事看得到）'), note)
  await hand.press(button(page, `${deed}，并告诉双方`))
  await words(page, `已${deed}，已经告诉：`).waitFor()
  return performance.now()
}

/** With the words that stand there already. */
export async function reject(hand: Hand, page: Page): Promise<void> {
  await hand.press(button(page, '未通过'))
  await hand.press(button(page, '结束为未通过，并告诉双方'))
  await hand.press(button(page, '确定'))
  await see(page, '已结束为未通过，已经告诉：')
}

/** Opens the résumé and hands back what arrived. */
export async function fetchResume(hand: Hand, page: Page): Promise<Buffer> {
  const arriving = page.waitForEvent('popup').then(async (tab) => {
    const download = await tab.waitForEvent('download')
    const bytes = await readFile(await download.path())
    // It stays behind empty; with another tab in front the page would draw once a second.
    await tab.close()
    return bytes
  })
  await hand.press(button(page, /打开简历/))
  return arriving
}
