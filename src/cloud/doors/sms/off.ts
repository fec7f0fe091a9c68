import type { SmsDoor } from './face'

/** No road for texts is open: invitations travel by card and link only. */
export const smsOff: SmsDoor = {
  available: false,
  kinds: [],
  send: async () => ({ outcome: 'refused', reason: 'off' }),
}
