import type { Phone } from '@/domain/phone'
import type { Handed } from '../handed'

/** What Bole asks of WeChat's open interfaces. Failures are thrown as AppError. */
export type WechatDoor = {
  /**
   * Exchanges the code of the phone button for the number, checked by WeChat to belong to `openid`. A code works once,
   * for 5 minutes. Throws `wechat-refused` when WeChat does not confirm it.
   */
  phoneNumber(request: { code: string; openid: string }): Promise<Phone>
  /** A 小程序码 as PNG or JPEG. `scene`: at most 32 of `[A-Za-z0-9_-]`; `page` without a leading slash. Never empty. */
  miniCode(request: { scene: string; page: string; width?: number }): Promise<Buffer>
  /** An https address that opens the mini-program from outside WeChat; good for at most 30 days. */
  urlLink(request: { path: string; query: string; days: number }): Promise<string>
  /**
   * Sends one subscribe message; never throws. `closed` with 43101: the person has no accepted tap left. `refused` with
   * 47003 or 40037: the template or its fields are wrong; with 45168: a word in it is not allowed. `id` is the outbox id.
   * `fields` are WeChat's own, such as `thing1`, and each within its limits (`templateFields`).
   */
  subscribeMessage(request: {
    id: string
    openid: string
    templateId: string
    page: string
    fields: Record<string, string>
  }): Promise<Handed>
  /** Whether a text may be shown to others. `openid` must have been active within two hours: check at write time. */
  checkText(request: { openid: string; text: string }): Promise<'pass' | 'refused'>
}
