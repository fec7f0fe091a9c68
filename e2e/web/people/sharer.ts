import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import type { LocalServer } from '../../local-server'
import { addressIn } from '../support/addresses'
import type { Hand } from '../support/hands'
import { button, field, see, words } from '../support/look'

// Whoever recommends without a number: by poster, link and code.

/** A name of one's own and the job; without one it is for all of them. */
export type Wish = { name: string; job?: string }

export async function openShares(page: Page, server: LocalServer, session: string): Promise<void> {
  await page.goto(addressIn(server, 'sharesList', {}, session))
  await see(page, '我的内推码')
}

/** From the list to the poster's own page, drawn. */
export async function makePoster(hand: Hand, page: Page, wish: Wish): Promise<void> {
  await hand.press(button(page, /^做一张海报/))
  await fillIn(hand, page, wish)
  await hand.press(button(page, '生成海报'))
  await page.getByTestId('poster').waitFor()
}

/** The file that the browser keeps. */
export async function savePoster(hand: Hand, page: Page): Promise<Buffer> {
  const arriving = page.waitForEvent('download')
  await hand.press(button(page, '保存图片'))
  const bytes = await readFile(await (await arriving).path())
  await see(page, '图片已保存到下载里')
  return bytes
}

/** The link as it stands on screen. */
export async function makeLink(hand: Hand, page: Page, wish: Wish): Promise<string> {
  await hand.press(button(page, /^生成一个链接/))
  await fillIn(hand, page, wish)
  await hand.press(button(page, '生成链接'))
  await button(page, '复制链接').waitFor()
  return words(page, /^http:\/\/\S+\/i\/[\w-]+$/).innerText()
}

export async function readCode(page: Page): Promise<string> {
  return words(page, /^[0-9A-Z]{4}-[0-9A-Z]{4}$/).innerText()
}

export async function renewCode(hand: Hand, page: Page): Promise<void> {
  await hand.press(button(page, '换一个'))
  await hand.press(page.getByRole('alertdialog').getByRole('button', { name: '换一个' }))
  await see(page, '新的内推码已生效，旧的已停用')
}

async function fillIn(hand: Hand, page: Page, { name, job }: Wish): Promise<void> {
  await hand.press(button(page, '自定义'))
  await hand.write(field(page, '名字'), name)
  if (!job) return
  const sheet = page.getByRole('dialog')
  await hand.press(sheet.getByRole('button', { name: /^职位/ }))
  await hand.press(sheet.getByRole('button', { name: job }))
}
