import type { BrowserContextOptions, Locator } from 'playwright-core'
import { DESK, PHONE } from './guests'

/** How a person reaches what is on screen. The same story is told with each. */
export type Hand = {
  name: string
  /** The browser of whoever has such a hand. */
  browser: BrowserContextOptions
  press(target: Locator): Promise<void>
  /** Takes the place of what stood in the field. */
  write(field: Locator, text: string): Promise<void>
}

export const touch: Hand = {
  name: 'fingers on a phone',
  browser: PHONE,
  press: (target) => target.tap(),
  write: async (field, text) => {
    await field.tap()
    await type(field, text)
  },
}

export const mouse: Hand = {
  name: 'a mouse',
  browser: DESK,
  press: (target) => target.click(),
  write: async (field, text) => {
    await field.click()
    await type(field, text)
  },
}

export const keyboard: Hand = {
  name: 'nothing but the keyboard',
  browser: DESK,
  press: async (target) => {
    await tabTo(target)
    await target.page().keyboard.press('Enter')
  },
  write: async (field, text) => {
    await tabTo(field)
    await type(field, text)
  },
}

/** A longer way than this is none: nobody presses Tab that often. */
const MOST_TABS = 150

/** Presses Tab until the focus is there; Shift+Tab where it lies behind, as everybody does. */
export async function tabTo(target: Locator): Promise<void> {
  await target.waitFor()
  const key = (await lies(target)) === 'behind' ? 'Shift+Tab' : 'Tab'
  for (let presses = 0; presses < MOST_TABS; presses++) {
    if ((await lies(target)) === 'here') return
    await target.page().keyboard.press(key)
  }
  throw new Error(`${String(target)} is not reached with ${MOST_TABS} presses of ${key}`)
}

/** Where something is, seen from the focus. */
function lies(target: Locator): Promise<'here' | 'behind' | 'ahead'> {
  return target.evaluate((element) => {
    const focus = document.activeElement ?? document.body
    if (focus === element) return 'here'
    return focus.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING ? 'behind' : 'ahead'
  })
}

/** Into the field that has the focus. */
async function type(field: Locator, text: string): Promise<void> {
  const { keyboard: keys } = field.page()
  if ((await field.inputValue()) !== '') await keys.press('ControlOrMeta+A')
  if (text === '') await keys.press('Delete')
  else await keys.type(text)
}
