import type { MailDoor } from '@/cloud/doors/mail/face'
import type { LocalMessages } from './messages'

/** Takes everything: the outbox page shows it. */
export function localMail(messages: LocalMessages): MailDoor {
  return {
    available: true,
    async send({ id, subject, lines, link }) {
      messages.keep(id, { title: subject, lines, opens: link })
      return { outcome: 'sent' }
    },
  }
}
