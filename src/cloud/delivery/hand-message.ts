import type { NoticeChannel, Template } from '@/domain/notices/event'
import type { Service } from '../context'
import type { Handed } from '../doors/handed'
import { templateFields } from '../doors/wechat/template-fields'
import type { PresentedMessage } from '../present-message'
import type { ClaimedMessage } from '../store/delivery/claim'
import { pageOf } from './page-of'

/** Gives a message to the door of one channel. */
export async function handMessage(
  { doors, config }: Service,
  channel: NoticeChannel,
  { id, recipient }: Pick<ClaimedMessage, 'id' | 'recipient'>,
  words: PresentedMessage,
  template: Template | null,
  now: Date,
): Promise<Handed> {
  const page = pageOf(words.link)
  const { openid, wecomId, email } = recipient
  switch (channel) {
    case 'wecom':
      if (wecomId === null) return GONE
      return doors.wecom.send({ id, userId: wecomId, title: words.title, body: words.body, page })
    case 'email':
      if (email === null) return GONE
      return doors.mail.send({
        ...{ id, to: email, subject: words.title },
        // The body of a digest is its first line.
        lines: words.lines.length > 0 ? words.lines.map(({ text }) => text) : [words.body],
        link: `${config.publicUrl}/#/${page}`,
      })
    case 'subscribe': {
      const setting = template === null ? undefined : config.templates.get(template)
      if (openid === null || !setting) return GONE
      return doors.wechat.subscribeMessage({
        ...{ id, openid, templateId: setting.id, page },
        fields: templateFields(setting, words.fields, now),
      })
    }
  }
}

const GONE: Handed = { outcome: 'closed', reason: 'no-address' }
