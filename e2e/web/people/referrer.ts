import type { Page } from 'playwright-core'
import type { Hand } from '../support/hands'
import { button, field, heading, see } from '../support/look'

export const SEND = 'TA 已同意，发出邀请'

/** Chosen once; from then on this device remembers it. */
export async function chooseJob(hand: Hand, page: Page, title: string): Promise<void> {
  await hand.press(button(page, /^职位/))
  await hand.press(page.getByRole('dialog').getByRole('button', { name: title }))
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

/** The number and the one button. The sheet with the source is left open. */
export async function sendInvitation(hand: Hand, page: Page, phone: string): Promise<void> {
  await hand.write(field(page, 'TA 的手机号'), phone)
  await hand.press(button(page, SEND))
  await page.getByRole('dialog', { name: '邀请已生成' }).waitFor()
}

export async function closeSentSheet(hand: Hand, page: Page): Promise<void> {
  await hand.press(button(page, '完成'))
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

/** From the list of what is in process to the timeline of one candidate. */
export async function openReferral(hand: Hand, page: Page, name: string): Promise<void> {
  await hand.press(button(page, new RegExp(`^${name}`)))
  await heading(page, name).waitFor()
  await see(page, '归你所有')
}

/** 催一下, and yes to the question. */
export async function nudge(hand: Hand, page: Page): Promise<void> {
  await hand.press(button(page, '催一下'))
  await hand.press(page.getByRole('alertdialog').getByRole('button', { name: '催一下' }))
  await see(page, '你催了一次，陈思已经收到提醒')
}
