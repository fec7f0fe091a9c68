import type { WecomDoor } from '@/cloud/doors/wecom/face'
import type { LocalMessages } from './messages'

/** Takes everything: the outbox page shows it. */
export function localWecom(messages: LocalMessages): WecomDoor {
  return {
    available: true,
    async send({ id, title, body, page }) {
      messages.keep(id, { title, lines: body.split('\n'), opens: page })
      return { outcome: 'sent' }
    },
  }
}
