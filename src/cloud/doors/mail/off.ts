import type { MailDoor } from './face'

/** The company has named no mail server. */
export const mailOff: MailDoor = {
  available: false,
  send: async () => ({ outcome: 'closed', reason: 'off' }),
}
