import type { WecomDoor } from './face'

/** The company has no WeCom application of its own. */
export const wecomOff: WecomDoor = {
  available: false,
  send: async () => ({ outcome: 'closed', reason: 'off' }),
}
