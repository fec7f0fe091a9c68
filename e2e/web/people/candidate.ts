import type { Page } from 'playwright-core'
import type { LocalServer } from '../../local-server'
import type { Hand } from '../support/hands'
import { button, field, heading, see } from '../support/look'
import type { ResumeFile } from '../support/resume'
import { codeSentTo, linkSentTo } from './texts'

export type Application = { name: string; note: string; resume: ResumeFile }

/** Accepting leads to the proof of the number. */
export async function accept(hand: Hand, page: Page): Promise<void> {
  await hand.press(button(page, '接受邀请并投递'))
  await heading(page, '验证手机号').first().waitFor()
}

export async function askForCode(hand: Hand, page: Page, phone: string): Promise<void> {
  await hand.write(field(page, '手机号'), phone)
  await hand.press(button(page, '获取验证码'))
  await field(page, '验证码').waitFor()
}

export async function enterCode(hand: Hand, page: Page, code: string): Promise<void> {
  await hand.write(field(page, '验证码'), code)
  await hand.press(button(page, '验证并继续'))
}

export async function proveNumber(hand: Hand, page: Page, phone: string, server: LocalServer): Promise<void> {
  await askForCode(hand, page, phone)
  await enterCode(hand, page, await codeSentTo(server, phone))
}

export async function apply(hand: Hand, page: Page, { name, note, resume }: Application): Promise<void> {
  await hand.write(field(page, '姓名'), name)
  const choosing = page.waitForEvent('filechooser')
  await hand.press(button(page, '选择文件'))
  await (await choosing).setFiles(resume)
  await see(page, '已上传')
  await hand.write(field(page, '想说的话（选填）'), note)
  await hand.press(button(page, '投递'))
  await see(page, /推荐归属/)
}

/** From the texted link to the timeline, without a stop on the way. */
export async function applyThrough(
  server: LocalServer,
  { hand, page }: { hand: Hand; page: Page },
  { phone, ...application }: Application & { phone: string },
): Promise<void> {
  await page.goto(await linkSentTo(server, phone))
  await accept(hand, page)
  await proveNumber(hand, page, phone, server)
  await apply(hand, page, application)
}

export async function withdraw(hand: Hand, page: Page): Promise<void> {
  await hand.press(button(page, '撤回投递'))
  await hand.press(button(page, '确认撤回'))
  await see(page, '已撤回')
}

/** 给我一点时间: for one of the offered numbers of days. What comes of it is for the caller to see. */
export async function askForTime(hand: Hand, page: Page, days: number, reason: string): Promise<void> {
  await hand.press(button(page, '给我一点时间'))
  await hand.press(button(page, `${days} 天`))
  await hand.write(field(page, '原因（选填，只给招聘同事看）'), reason)
  await hand.press(button(page, `暂停 ${days} 天`))
}
