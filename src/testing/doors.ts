import type { Doors } from '@/cloud/doors'
import type { Handed } from '@/cloud/doors/handed'
import type { MailDoor } from '@/cloud/doors/mail/face'
import type { SmsDoor } from '@/cloud/doors/sms/face'
import type { WechatDoor } from '@/cloud/doors/wechat/face'
import type { WecomDoor } from '@/cloud/doors/wecom/face'
import type { Phone } from '@/domain/phone'

type Given<Send extends (message: never) => unknown> = Parameters<Send>[0] & { handed: Handed }

/** What was handed over, in order, each with what became of it. */
export type GivenMessages = {
  sms: Given<SmsDoor['send']>[]
  subscribe: Given<WechatDoor['subscribeMessage']>[]
  wecom: Given<WecomDoor['send']>[]
  email: Given<MailDoor['send']>[]
}

export type MemoryDoors = Doors & {
  stored: Map<string, Uint8Array>
  given: GivenMessages
  /** The texts that were given; the same list as `given.sms`. */
  texts: GivenMessages['sms']
  /** What the next hand-overs over a channel meet instead of `sent`, in this order. */
  meets(channel: keyof GivenMessages, ...handed: Handed[]): void
}

const SENT: Handed = { outcome: 'sent' }

/** Doors that lead nowhere, for tests of what happens before them. The adapters have contract tests of their own. */
export function memoryDoors(): MemoryDoors {
  const stored = new Map<string, Uint8Array>()
  const given: GivenMessages = { sms: [], subscribe: [], wecom: [], email: [] }
  const next: Record<keyof GivenMessages, Handed[]> = { sms: [], subscribe: [], wecom: [], email: [] }
  const take = <Message>(
    channel: keyof GivenMessages,
    message: Message,
    list: (Message & { handed: Handed })[],
  ): Handed => {
    const handed = next[channel].shift() ?? SENT
    list.push({ ...message, handed })
    return handed
  }
  return {
    stored,
    given,
    texts: given.sms,
    meets: (channel, ...handed) => void next[channel].push(...handed),
    sms: {
      available: true,
      kinds: ['login-code', 'invitation'],
      send: async (text) => take('sms', text, given.sms),
    },
    wecom: { available: true, send: async (message) => take('wecom', message, given.wecom) },
    mail: { available: true, send: async (mail) => take('email', mail, given.email) },
    files: {
      put: async (path, bytes) => {
        stored.set(path, bytes)
        return path
      },
      read: async (path) => stored.get(path) ?? null,
      remove: async (paths) => paths.forEach((path) => stored.delete(path)),
      link: async (path) => `http://bole.test/files/${path}`,
    },
    wechat: {
      phoneNumber: async ({ code }) => code.replace('local:', '') as Phone,
      miniCode: async () => Buffer.from('code'),
      urlLink: async ({ query }) => `https://wxaurl.test/?${query}`,
      subscribeMessage: async (message) => take('subscribe', message, given.subscribe),
      checkText: async ({ text }) => (text.includes('违规示例') ? 'refused' : 'pass'),
    },
  }
}
