import type { Page } from 'playwright-core'
import { newRequestId } from '@/services/cloud/request-id'
import { addressIn } from './support/addresses'
import { applied, call, invite, signIn } from './support/calls'
import { PHONE, type Guest } from './support/guests'
import { keyboard, mouse, touch } from './support/hands'
import { button, heading, see } from './support/look'
import { openWorld } from './support/world'

jest.setTimeout(60_000)

const world = openWorld()

const APPLIED = { phone: '13912345841', name: '司徒明' }
const LATER = { phone: '13912345842', name: '上官宁' }
const INVITED = '13912345843'

let referrer: Guest
let invited: Guest

beforeAll(async () => {
  await applied(world.server, APPLIED)
  const session = await signIn(world.server, INVITED)
  const { id } = await invite(world.server, INVITED)
  await call(world.server, 'invitation.accept', { requestId: newRequestId(), id }, session)
  referrer = await world.guests.invite(PHONE, world.server.links.referrer)
  invited = await world.guests.invite(PHONE, addressIn(world.server, 'inboxList', {}, session))
})

/** What stands on the tab 我的: a number, or nothing. */
const badge = (page: Page) => page.locator('taro-tabbar .weui-badge')
const message = (page: Page, words: string) => page.getByRole('button').filter({ hasText: words }).first()
const MASKED = `139****${INVITED.slice(-4)}`

it('the tab says how many messages are unread, and so does 我的', async () => {
  const { page } = referrer
  await badge(page).waitFor()
  const count = await badge(page).innerText()
  await page.goto(addressIn(world.server, 'me', {}))
  await see(page, `${count} 条未读`)
})

it('a message is read by the tap that opens what it tells of', async () => {
  const { page } = referrer
  await touch.press(button(page, /^消息/))
  const row = message(page, APPLIED.name)
  await row.getByRole('img', { name: '未读' }).waitFor()
  await touch.press(row)
  await heading(page, APPLIED.name).waitFor()
  await page.goBack()
  await row.waitFor()
  await row.getByRole('img', { name: '未读' }).waitFor({ state: 'detached' })
})

it('a message that comes appears by itself, and the number grows', async () => {
  const { page } = referrer
  const { length } = await page.getByRole('img', { name: '未读' }).all()
  await applied(world.server, LATER)
  await message(page, LATER.name).waitFor()
  expect((await page.getByRole('img', { name: '未读' }).all()).length).toBeGreaterThan(length)
})

it('an invitation opens on the progress tab, in its sheet', async () => {
  const { page } = referrer
  await touch.press(message(page, MASKED))
  await page.getByRole('dialog', { name: `发给 ${MASKED} 的邀请` }).waitFor()
})

it('its addressee is led to the invitation itself', async () => {
  const { page } = invited
  await touch.press(message(page, '林晓'))
  await see(page, '林晓 邀请你看看这个机会')
})

it('all are read with one press of a key, up to the newest, and the tab says nothing any more', async () => {
  const { page, leave } = await world.guests.invite(keyboard.browser, world.server.links.referrer)
  await page.goto(addressIn(world.server, 'inboxList', {}))
  await keyboard.press(button(page, '全部已读'))
  await see(page, '都看过了')
  const { unread } = await call(world.server, 'inbox.list', {}, world.server.tokenOf('referrer'))
  expect(unread).toBe(0)
  await page.goto(addressIn(world.server, 'me', {}))
  await button(page, /^消息/).waitFor()
  await see(page, '我们存了你的哪些信息')
  expect(await badge(page).count()).toBe(0)
  await leave()
})

it('how to be told is saved with the tap, and is still so after a reload', async () => {
  const { page, leave } = await world.guests.invite(mouse.browser, world.server.links.candidate)
  await page.goto(addressIn(world.server, 'inboxSettings', {}))
  await mouse.press(button(page, /^按时段免打扰/))
  await see(page, '已保存')
  await mouse.press(button(page, /^每周一句进展/))
  await page.waitForFunction(() => document.querySelectorAll('[aria-pressed=false]').length === 2)
  await see(page, '已保存')
  await page.reload()
  await see(page, '不设免打扰')
  expect(await button(page, /^每周一句进展/).getAttribute('aria-pressed')).toBe('false')
  await leave()
})
