import { createStore } from 'zustand'
import { wordsFor } from '@/contract/words'
import type { Me } from '@/contract/calls/me'
import { parsePhone, spacePhone } from '@/domain/phone'
import { startProof, verifyProof } from '@/services/phone-proof'

const CODE_LENGTH = 6

export type ProveStore = {
  phone: string
  code: string
  /** The number a code was asked for; the code field is there as long as it is still the typed one. */
  askedFor: string | null
  /** When a code may be asked for again, ms since 1970. */
  askAgainAt: number
  busy: 'asking' | 'checking' | null
  phoneProblem?: string
  codeProblem?: string
  typePhone: (phone: string) => void
  typeCode: (code: string) => void
  ask: () => Promise<void>
  /** The person, once the code was right. */
  check: () => Promise<Me | null>
}

export const makeProve = () =>
  createStore<ProveStore>()((set, get) => ({
    phone: '',
    code: '',
    askedFor: null,
    askAgainAt: 0,
    busy: null,
    typePhone: (phone) => {
      const changed = parsePhone(phone) !== get().askedFor
      // The wait belongs to a number: another one may be asked for at once.
      set({ phone: spacePhone(phone), phoneProblem: undefined })
      if (changed) set({ askedFor: null, askAgainAt: 0, code: '', codeProblem: undefined })
    },
    typeCode: (code) => set({ code: code.replace(/\D/g, '').slice(0, CODE_LENGTH), codeProblem: undefined }),
    ask: async () => {
      const { phone: typed, busy, askAgainAt } = get()
      if (busy || Date.now() < askAgainAt) return
      const phone = parsePhone(typed)
      if (!phone) return set({ phoneProblem: wordsFor('phone-invalid') })
      set({ busy: 'asking', phoneProblem: undefined, codeProblem: undefined })
      const reply = await startProof(phone)
      const retryAfter = reply.ok ? reply.data.retryAfter : reply.retryAfter
      const wait = retryAfter === undefined ? {} : { askAgainAt: Date.now() + retryAfter * 1000 }
      // Too often means that a code is on its way: it may still be typed in.
      const sent = reply.ok || reply.code === 'rate-limited'
      set({ busy: null, ...wait, ...(sent && { askedFor: phone }) })
      if (reply.ok) set({ code: '' })
      else if (sent) set({ codeProblem: wordsFor(reply.code, reply) })
      else set({ phoneProblem: reply.code === 'unavailable' ? AWAY : wordsFor(reply.code, reply) })
    },
    check: async () => {
      const { askedFor, code, busy } = get()
      if (busy || !askedFor) return null
      if (code.length < CODE_LENGTH) return (set({ codeProblem: `请输入 ${CODE_LENGTH} 位数字验证码` }), null)
      set({ busy: 'checking', codeProblem: undefined })
      const reply = await verifyProof(askedFor, code)
      set({ busy: null })
      if (reply.ok) return reply.data.me
      set({ codeProblem: reply.code === 'unavailable' ? AWAY : wordsFor(reply.code, reply) })
      return null
    },
  }))

/** Codes are not sent again by themselves: a person may get only so many. */
const AWAY = '暂时连不上，填写的内容还在，请稍后再点一次'
