import type { Doors } from '../../../doors'
import type { Handed } from '../../../doors/handed'
import type { Phone } from '@/domain/phone'
import type { Parcel } from './post'

/** The only fakes of the simulation: every door leads to the post. */
export function postDoors(give: (parcel: Parcel) => Promise<Handed>): Doors {
  const nowhere = () => Promise.reject(new Error('Nobody goes here'))
  return {
    sms: {
      available: true,
      kinds: ['login-code', 'invitation'],
      send: ({ id, to }) => give({ road: 'sms', id, to }),
    },
    wecom: { available: true, send: ({ id, userId }) => give({ road: 'wecom', id, to: userId }) },
    mail: { available: true, send: ({ id, to }) => give({ road: 'email', id, to }) },
    wechat: {
      phoneNumber: ({ code }) => Promise.resolve(code as Phone),
      miniCode: nowhere,
      urlLink: nowhere,
      subscribeMessage: ({ id, openid }) => give({ road: 'subscribe', id, to: openid }),
      checkText: () => Promise.resolve('pass'),
    },
    files: { put: nowhere, read: nowhere, remove: nowhere, link: nowhere },
  }
}
