import { AppError } from '@/contract/errors'
import type { SmsDoor } from './face'

/** No road for texts is open: invitations travel by card and link only. */
export const smsOff: SmsDoor = {
  available: false,
  async send() {
    throw new AppError('unavailable', 'No road for texts is open')
  },
}
