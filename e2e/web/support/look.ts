import type { Locator, Page } from 'playwright-core'

// Finding things as a person does: by their role and name, and only what is on screen. Pages under the one in front
// stay in the document.

export const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: typeof name === 'string' }).first()

export const field = (page: Page, name: string): Locator => page.getByRole('textbox', { name, exact: true })

export const heading = (page: Page, name: string | RegExp): Locator => page.getByRole('heading', { name })

export const words = (page: Page, text: string | RegExp): Locator =>
  page.getByText(text).filter({ visible: true }).first()

/** Waits until it can be read. */
export const see = (page: Page, text: string | RegExp): Promise<void> => words(page, text).waitFor()

/** All that can be read on the screen now, values of fields included. */
export function screenText(page: Page): Promise<string> {
  return page.evaluate(() => {
    const values = [...document.querySelectorAll('input, textarea')].map((one) =>
      'value' in one ? one.value : '',
    )
    return [document.body.innerText, ...values].join('\n')
  })
}
