import type { Doors } from '@/cloud/doors'
import type { Phone } from '@/domain/phone'

/** Doors that lead nowhere, for tests of what happens before them. The adapters have contract tests of their own. */
export function memoryDoors(): Doors & {
  stored: Map<string, Uint8Array>
  texts: { to: Phone; body: string }[]
} {
  const stored = new Map<string, Uint8Array>()
  const texts: { to: Phone; body: string }[] = []
  return {
    stored,
    texts,
    sms: {
      available: true,
      send: async ({ to, body }) => void texts.push({ to, body }),
    },
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
      subscribeMessage: async () => 'sent',
      checkText: async ({ text }) => (text.includes('违规示例') ? 'refused' : 'pass'),
    },
  }
}
