import type { Phone } from '@/domain/phone'
import { send, type Colleague } from '../company'
import type { Ground } from './ground'

export type Sent = { id: string; token: string; referrerId: string }

/** Every so many of them ask twice at once: with another request id, or with the same. */
const TWICE = 20

/** All colleagues invite one number at once. Throws unless each has made one invitation of it. */
export async function invitedByAll(
  { colleagues, ask }: Ground,
  phone: Phone,
  jobId: string | null,
): Promise<Sent[]> {
  const invite = async (referrer: Colleague, input = send(phone, jobId)): Promise<Sent> => {
    const { reply } = await ask.colleague(referrer, 'invitation.send', input)
    if (!reply.ok) throw new Error(`invitation.send answered ${reply.code}`)
    const { id, token } = reply.data.invitation
    return { id, token, referrerId: referrer.id }
  }
  const asked = colleagues.map(async (referrer, index) => {
    const input = send(phone, jobId)
    const again =
      index % TWICE === 0 ? [invite(referrer)] : index % TWICE === 1 ? [invite(referrer, input)] : []
    const [first, second] = await Promise.all([invite(referrer, input), ...again])
    if (second && second.id !== first.id) throw new Error('One referrer has invited a number twice')
    return first
  })
  return Promise.all(asked)
}
