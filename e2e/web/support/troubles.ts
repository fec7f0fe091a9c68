import type { Page } from 'playwright-core'

export type Troubles = {
  /** Allows (and demands) one kind of line; it holds until the next `take`. */
  expect(pattern: RegExp): void
  /** What was unexpected, and what was expected and never came; then everything begins anew. */
  take(): string[]
}

/** Lines that a page writes to the console as errors, and exceptions nobody caught. */
export function watchPage(page: Page): Troubles {
  let lines: string[] = []
  let expected: RegExp[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') lines.push(`console.error: ${message.text()} ${message.location().url}`)
  })
  page.on('pageerror', (error) => lines.push(`uncaught: ${error.message}`))
  return {
    expect: (pattern) => void expected.push(pattern),
    take: () => {
      const unexpected = lines.filter((line) => !expected.some((pattern) => pattern.test(line)))
      const missing = expected.filter((pattern) => !lines.some((line) => pattern.test(line)))
      lines = []
      expected = []
      return [
        ...unexpected.map((line) => `${where(page)} wrote ${line}`),
        ...missing.map((pattern) => `${where(page)} never wrote ${String(pattern)}`),
      ]
    },
  }
}

/** The line Chromium writes when a call answers with an error's status. */
export const refusedCall = (call: string, status: number) =>
  new RegExp(`status of ${status} .*/api/${call.replace('.', '\\.')}`)

/** What Chromium writes for each request of a page without a network. */
export const NO_NETWORK = /net::ERR_INTERNET_DISCONNECTED/

/** Without queries: they may hold tokens. */
const where = (page: Page) =>
  page
    .url()
    .replace(/^https?:\/\/[^/]+/, '')
    .replace(/\?[^#]*/g, '')
