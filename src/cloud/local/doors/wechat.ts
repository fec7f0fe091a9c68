import { AppError } from '@/contract/errors'
import { isPhone } from '@/domain/phone'
import type { WechatDoor } from '@/cloud/doors/wechat/face'
import type { LocalMessages } from './messages'

/** A text with this in it is refused, so that the refusal can be seen on a developer's machine. */
export const REFUSED_TEXT = '违规示例'

const CODE = 'local:'
/** A square of 8 × 8 grey points: a picture, though no code that a camera reads. */
const PICTURE =
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAAAAADhZOFXAAAAE0lEQVR42mP4PxMCGaD0fwayRAAssTMB/3Y5qAAAAABJRU5ErkJggg=='

/** WeChat as a developer's machine plays it: `local:+8613800138000` is a phone code, whoever shows it. */
export function localWechat(parts: { publicUrl: string; messages: LocalMessages }): WechatDoor {
  const { publicUrl, messages } = parts
  return {
    async phoneNumber({ code }) {
      const phone = code.startsWith(CODE) ? code.slice(CODE.length) : ''
      if (!isPhone(phone)) throw new AppError('wechat-refused')
      return phone
    },
    async miniCode() {
      return Buffer.from(PICTURE, 'base64')
    },
    async urlLink({ path, query }) {
      return `${publicUrl}/#/${path.replace(/^\//, '')}?${query}`
    },
    async subscribeMessage({ id, page, fields }) {
      const lines = Object.entries(fields).map(([name, value]) => `${name}：${value}`)
      messages.keep(id, { title: '服务通知', lines, opens: page })
      return { outcome: 'sent' }
    },
    async checkText({ text }) {
      return text.includes(REFUSED_TEXT) ? 'refused' : 'pass'
    },
  }
}
