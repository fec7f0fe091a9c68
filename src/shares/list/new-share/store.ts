import { createStore } from 'zustand'
import type { JobCard } from '@/contract/calls/job'
import type { OwnShare } from '@/contract/calls/share'
import { wordsFor } from '@/contract/words'
import { callAgain, makeRequestIds } from '@/services/cloud'

export const NAMES = ['朋友圈', '校招群'] as const
/** `own`: a name of one's own. Without any a share is just a poster, or a link. */
export type NameChoice = (typeof NAMES)[number] | 'own'

export type Draft = { choice: NameChoice | undefined; typed: string; job: JobCard | null }

export type NewShareStore = {
  draft: Draft
  problem?: { at: 'name' | 'whole'; words: string }
  sending: 'no' | 'sending' | 'away'
  edit: (change: Partial<Draft>) => void
  submit: () => Promise<OwnShare | null>
  leave: () => void
}

export const makeNewShare = (channel: 'poster' | 'link') =>
  createStore<NewShareStore>()((set, get) => {
    let sending: { cancel: () => void } | null = null
    const requestIds = makeRequestIds()

    function nameIn({ choice, typed }: Draft): string | null {
      return choice === 'own' ? typed.trim() : (choice ?? null)
    }

    return {
      draft: { choice: undefined, typed: '', job: null },
      sending: 'no',
      edit: (change) => set({ draft: { ...get().draft, ...change }, problem: undefined }),
      submit: async () => {
        if (sending) return null
        const { draft } = get()
        const name = nameIn(draft)
        if (name === '')
          return (set({ problem: { at: 'name', words: '给它起个名字，比如「楼下咖啡店」' } }), null)
        const wish = { channel, jobId: draft.job?.id ?? null, name, title: null }
        set({ problem: undefined })
        const making = (sending = callAgain(
          'share.create',
          { requestId: requestIds.of(wish), ...wish },
          (phase) => set({ sending: phase === 'done' ? 'no' : phase === 'sending' ? 'sending' : 'away' }),
        ))
        const reply = await making.reply
        sending = null
        if (reply.ok) return reply.data.share
        const at = reply.code === 'text-refused' && draft.choice === 'own' ? 'name' : 'whole'
        return (set({ problem: { at, words: wordsFor(reply.code, reply) } }), null)
      },
      leave: () => sending?.cancel(),
    }
  })
