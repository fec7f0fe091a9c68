import { create } from 'zustand'
import type { SentInvitation } from '@/contract/calls/invitation'
import { callAgain, makeRequestIds, type Answer, type Sending } from '@/services/cloud'
import { recallJob, rememberJob, type ChosenJob } from './job-choice/chosen-job'
import { EMPTY_DRAFT, toSend, type Draft } from './draft'
import { useAnswers } from './phone/number-answers'
import { readPhone, typePhone } from './phone/phone-entry'
import { problemOf, type Problem } from './problem'

export type Phase =
  | { name: 'editing'; problem?: Problem }
  /** `waiting`: the cloud is away; it goes on by itself. */
  | { name: 'sending'; waiting: boolean }
  /** `already`: this invitation stood before, nothing new was sent. */
  | { name: 'sent'; invitation: SentInvitation; already: boolean }

export type HomeState = {
  draft: Draft
  phase: Phase
  typePhone: (text: string) => void
  pastePhone: (text: string) => void
  chooseDialCode: (dialCode: string) => void
  /** Takes over the job chosen last, here or on a job's page. */
  takeJob: () => void
  chooseJob: (job: ChosenJob | null) => void
  endorse: (words: Partial<Pick<Draft, 'relation' | 'line'>>) => void
  send: () => Promise<void>
  /** Stops trying; what was typed stays. */
  giveUp: () => void
  /** The invitation changed while its sheet is open. */
  keep: (change: Partial<SentInvitation>) => void
  /** Closes the sheet: the number goes, the job stays. */
  finish: () => void
}

const requestIds = makeRequestIds()
let sending: Sending<'invitation.send'> | null = null

export const useHome = create<HomeState>()((set, get) => {
  const edit = (change: Partial<Draft>) => {
    if (get().phase.name !== 'editing') return
    set({ draft: { ...get().draft, ...change }, phase: { name: 'editing' } })
  }
  const refuse = (problem: Problem) => set({ phase: { name: 'editing', problem } })

  function settle(reply: Answer<'invitation.send'>): void {
    if (reply.ok) {
      requestIds.done()
      set({ phase: { name: 'sent', ...reply.data } })
    } else if (reply.code === 'unavailable') set({ phase: { name: 'editing' } })
    else refuse(problemOf(reply))
  }

  return {
    draft: EMPTY_DRAFT,
    phase: { name: 'editing' },
    typePhone: (text) => edit({ phone: typePhone(get().draft.phone, text) }),
    pastePhone: (text) => {
      const phone = readPhone(get().draft.phone, text)
      if (phone) edit({ phone })
      else refuse({ at: 'phone', words: text ? '剪贴板里没有手机号' : '没有读到剪贴板，请直接粘贴到输入框' })
    },
    chooseDialCode: (dialCode) =>
      edit({ phone: typePhone({ dialCode, typed: '' }, get().draft.phone.typed) }),
    takeJob: () => {
      const job = recallJob()
      if (job?.id !== get().draft.job?.id) edit({ job })
    },
    chooseJob: (job) => {
      rememberJob(job)
      edit({ job })
    },
    endorse: (words) => edit(words),
    send: async () => {
      if (get().phase.name !== 'editing') return
      const input = toSend(get().draft)
      if (!input) {
        const empty = get().draft.phone.typed.trim() === ''
        return refuse({ at: 'phone', words: empty ? '请先输入 TA 的手机号' : '这不像手机号，请检查' })
      }
      set({ phase: { name: 'sending', waiting: false } })
      sending = callAgain('invitation.send', { requestId: requestIds.of(input), ...input }, (phase) => {
        if (phase !== 'done') set({ phase: { name: 'sending', waiting: phase === 'waiting-for-network' } })
      })
      const reply = await sending.reply
      useAnswers.getState().sent(input.phone, reply)
      settle(reply)
    },
    giveUp: () => sending?.cancel(),
    keep: (change) => {
      const { phase } = get()
      if (phase.name !== 'sent') return
      set({ phase: { ...phase, invitation: { ...phase.invitation, ...change } } })
    },
    finish: () => set({ draft: { ...EMPTY_DRAFT, job: get().draft.job }, phase: { name: 'editing' } }),
  }
})
