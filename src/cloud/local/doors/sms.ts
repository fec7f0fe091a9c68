import type { SmsDoor } from '@/cloud/doors/sms/face'

/** Texts of a developer's machine go nowhere: the outbox page shows them from the table they wait in. */
export const outboxSms: SmsDoor = {
  available: true,
  kinds: ['login-code', 'invitation'],
  send: async () => ({ outcome: 'sent' }),
}
