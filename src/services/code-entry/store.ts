import { createStore } from 'zustand'
import { wordsFor } from '@/contract/words'
import { readEntry, type Entry } from '@/domain/entry'
import { call, type Failure } from '../cloud'
import { scan } from '../scan'

export type CodeEntryState = {
  typed: string
  problem?: string
  finding: boolean
  type: (typed: string) => void
  /** The token that the typed code leads to; null when there is none, and `problem` says why. */
  find: () => Promise<string | null>
  /** The same for what WeChat's camera saw. */
  scanned: () => Promise<string | null>
}

/** What to do about a code that leads nowhere. */
function wordsAbout(failure: Failure): string {
  if (failure.code === 'share-unknown') return '没有找到这个内推码，请核对后再试'
  if (failure.code === 'share-ended') return '这个内推码已经停用，请向推荐你的同事要新的'
  return failure.code === 'unavailable' ? '暂时连不上，请稍后再点一次' : wordsFor(failure.code, failure)
}

export const makeCodeEntry = () =>
  createStore<CodeEntryState>()((set, get) => {
    async function tokenOf(entry: Entry): Promise<string | null> {
      if ('token' in entry) return entry.token
      set({ finding: true, problem: undefined })
      const reply = await call('share.findCode', { code: entry.code })
      set({ finding: false, ...(!reply.ok && { problem: wordsAbout(reply) }) })
      return reply.ok ? reply.data.token : null
    }

    return {
      typed: '',
      finding: false,
      type: (typed) => set({ typed, problem: undefined }),
      find: async () => {
        const { typed, finding } = get()
        if (finding) return null
        // A pasted link is as good as a code.
        const entry = readEntry(typed)
        if (entry) return tokenOf(entry)
        const problem = typed.trim() ? '内推码是 8 位字母和数字，请再看一眼' : '请先输入内推码'
        return (set({ problem }), null)
      },
      scanned: async () => {
        if (get().finding) return null
        const seen = await scan()
        if (typeof seen === 'object') return tokenOf(seen)
        if (seen === 'nothing') set({ problem: '没有认出内推码，换个角度再扫一次' })
        if (seen === 'unavailable') set({ problem: '这里不能扫码，请输入内推码' })
        return null
      },
    }
  })
