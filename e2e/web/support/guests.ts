import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { findBrowser } from '../../browser'
import { watchPage, type Troubles } from './troubles'

/** What a person may wait for a screen; longer is a fault. */
const PATIENCE_MS = 10_000

export const PHONE: BrowserContextOptions = { viewport: { width: 375, height: 812 }, hasTouch: true }
export const DESK: BrowserContextOptions = { viewport: { width: 1280, height: 900 } }

/** Somebody in front of a browser of their own: no cookie, no storage, no cache of anybody else's. */
export type Guest = {
  page: Page
  troubles: Troubles
  /** Every answer of the server to this browser, as text. */
  heard(): Promise<string>
  leave(): Promise<void>
}

export type Guests = {
  invite(options: BrowserContextOptions, address?: string): Promise<Guest>
  /** Throws for what went wrong on any page so far and was not expected. For afterEach. */
  check(): void
  close(): Promise<void>
}

export async function openGuests(): Promise<Guests> {
  const browser = await launchBrowser()
  const all: Guest[] = []
  return {
    invite: async (options, address) => {
      const guest = await enter(browser, options)
      all.push(guest)
      if (address) await guest.page.goto(address)
      return guest
    },
    check: () => {
      const problems = all.flatMap(({ troubles }) => troubles.take())
      if (problems.length > 0) throw new Error(problems.join('\n'))
    },
    close: () => browser.close(),
  }
}

export async function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser()
  if (!executablePath) throw new Error('No Chromium, Chrome or Edge found: set CHROMIUM_PATH to one.')
  // Root may not use the sandbox; the pages are our own.
  return chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 })
}

async function enter(browser: Browser, options: BrowserContextOptions): Promise<Guest> {
  const userAgent = `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${browser.version()} Safari/537.36`
  // Its own word for itself is HeadlessChrome, which is a bot: what a bot opens counts nowhere.
  const context = await browser.newContext({
    userAgent,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    ...options,
  })
  context.setDefaultTimeout(PATIENCE_MS)
  const page = await context.newPage()
  const answers: Promise<string>[] = []
  page.on('response', (response) => {
    if (response.url().includes('/api/')) answers.push(response.text().catch(() => ''))
  })
  return {
    page,
    troubles: watchPage(page),
    heard: async () => (await Promise.all(answers)).join('\n'),
    leave: () => context.close(),
  }
}
