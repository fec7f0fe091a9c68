import { isBot } from '../visitor'

const WECHAT = /MicroMessenger/i
const PHONE = /Android|iPhone|iPad|iPod|HarmonyOS|OpenHarmony|Windows Phone|\bMobile\b/i

/**
 * Whether a browser runs on a phone and outside WeChat, told by its User-Agent: there an address of WeChat's opens the
 * mini-program. WeChat's own browser shows the web page, as does a desktop. What fetches previews is no phone, whatever
 * it says.
 */
export function isPhoneOutsideWechat(userAgent: string): boolean {
  return PHONE.test(userAgent) && !WECHAT.test(userAgent) && !isBot(userAgent)
}
