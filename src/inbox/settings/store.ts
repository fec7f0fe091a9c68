import { createStore } from 'zustand'
import type { NoticeSetting } from '@/contract/calls/notice'
import { wordsFor } from '@/contract/words'
import { call, callAgain, newRequestId, type Failure, type Input } from '@/services/cloud'

export type Choices = Required<Omit<Input<'notice.save'>, 'requestId'>>

export type SettingsPhase =
  | { name: 'loading' }
  | { name: 'failed'; failure: Failure }
  /** `setting` holds what is chosen on screen; what of it is saved, `saving` tells. */
  | { name: 'ready'; setting: NoticeSetting }

export type Saving =
  | { name: 'untouched' }
  /** `away`: the cloud is away, it goes on by itself. */
  | { name: 'sending'; away: boolean }
  | { name: 'saved' }
  /** The choice was taken back. */
  | { name: 'undone'; words: string }

export type SettingsStore = {
  phase: SettingsPhase
  saving: Saving
  load: () => Promise<void>
  /** Saved at once. What is chosen while another choice is on its way follows it. */
  choose: (part: Partial<Choices>) => Promise<void>
}

export const makeSettings = () =>
  createStore<SettingsStore>()((set, get) => {
    /** What the cloud holds. */
    let saved: NoticeSetting | null = null
    let sending = false

    const show = (setting: NoticeSetting) => set({ phase: { name: 'ready', setting } })

    const wanted = (): NoticeSetting | null => {
      const { phase } = get()
      return phase.name === 'ready' ? phase.setting : null
    }

    async function send(chosen: NoticeSetting): Promise<boolean> {
      const { texts, ...others } = choicesOf(chosen)
      // Only when it was touched: the number may have been put on the opt-out list elsewhere since.
      const input = { requestId: newRequestId(), ...others, ...(texts !== saved?.texts && { texts }) }
      const reply = await callAgain('notice.save', input, (phase) => {
        if (phase !== 'done') set({ saving: { name: 'sending', away: phase === 'waiting-for-network' } })
      }).reply
      if (reply.ok) {
        saved = reply.data
        if (wanted() === chosen) show(reply.data)
        return true
      }
      if (saved) show(saved)
      set({ saving: { name: 'undone', words: `没有保存，已恢复原来的选择：${wordsFor(reply.code, reply)}` } })
      return false
    }

    return {
      phase: { name: 'loading' },
      saving: { name: 'untouched' },
      load: async () => {
        if (get().phase.name === 'failed') set({ phase: { name: 'loading' } })
        const reply = await call('notice.get', {})
        // What is being saved is newer than this answer.
        if (sending) return
        if (reply.ok) {
          saved = reply.data
          show(saved)
        } else if (get().phase.name !== 'ready') set({ phase: { name: 'failed', failure: reply } })
      },
      choose: async (part) => {
        const before = wanted()
        if (!before) return
        show({ ...before, ...part })
        if (sending) return
        sending = true
        let going = true
        while (going) {
          const chosen = wanted()
          if (!chosen) break
          going = (await send(chosen)) && !same(wanted(), saved)
        }
        sending = false
        if (get().saving.name === 'sending') set({ saving: { name: 'saved' } })
      },
    }
  })

function choicesOf({ wecom, subscribe, email, texts, weekly, quietFrom, quietTo }: NoticeSetting): Choices {
  return { wecom, subscribe, email, texts, weekly, quietFrom, quietTo }
}

function same(one: NoticeSetting | null, other: NoticeSetting | null): boolean {
  if (!one || !other) return true
  return JSON.stringify(choicesOf(one)) === JSON.stringify(choicesOf(other))
}
