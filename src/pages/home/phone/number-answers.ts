import { create } from 'zustand'
import { wordsFor } from '@/contract/words'
import { call, type Answer, type Failure } from '@/services/cloud'

/** What there is to say of a number before it is sent. `taken`: sending it would be refused. */
export type NumberAnswer = { words: string; taken: boolean }

export type AnswersState = {
  /** By number, E.164: null while it is asked, and where there is nothing to say. What is in here is not asked again. */
  answers: Readonly<Record<string, NumberAnswer | null>>
  ask: (phone: string) => Promise<void>
  /** It was sent: that said more than asking would. */
  sent: (phone: string, reply: Answer<'invitation.send'>) => void
}

const TAKEN: NumberAnswer = { words: wordsFor('candidate-protected'), taken: true }

/**
 * Whether numbers may be referred, asked of the cloud once each, because every number asked counts as one of the day
 * (product.md, "Who owns the referral", clause 6). A question that fails stays unanswered: sending will tell.
 */
export const useAnswers = create<AnswersState>()((set, get) => {
  const note = (phone: string, answer: NumberAnswer | null) =>
    set({ answers: { ...get().answers, [phone]: answer } })

  return {
    answers: {},
    ask: async (phone) => {
      if (phone in get().answers) return
      note(phone, null)
      const reply = await call('invitation.check', { phone })
      // Sent meanwhile, or somebody else has signed in.
      if (get().answers[phone] !== null) return
      if (reply.ok) note(phone, reply.data.answer === 'taken' ? TAKEN : null)
      else note(phone, saidOf(reply))
    },
    sent: (phone, reply) => note(phone, !reply.ok && reply.code === 'candidate-protected' ? TAKEN : null),
  }
})

function saidOf(failure: Failure): NumberAnswer | null {
  const { code } = failure
  if (code !== 'rate-limited' && code !== 'self-referral') return null
  return { words: wordsFor(code, failure), taken: false }
}
