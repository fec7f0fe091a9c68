import { useEffect } from 'react'
import { useAnswers, type NumberAnswer } from './number-answers'
import { phoneOf } from './phone-entry'
import { useHome } from '../store'

/** Long enough not to ask in the middle of a correction, short enough to answer before the thumb is at the button. */
const PAUSE_MS = 350
/** Abroad a number is one before it is complete: +65 9123 already could be. */
const LONG_PAUSE_MS = 1500

/** What is known of the number in the field; asked as soon as the typing rests on a complete one. */
export function useNumberAnswer(): NumberAnswer | null {
  const phone = useHome(({ phase, draft }) => (phase.name === 'editing' ? phoneOf(draft.phone) : null))
  const answer = useAnswers(({ answers }) => (phone === null ? null : (answers[phone] ?? null)))

  useEffect(() => {
    if (phone === null) return
    const pause = phone.startsWith('+86') ? PAUSE_MS : LONG_PAUSE_MS
    const timer = setTimeout(() => void useAnswers.getState().ask(phone), pause)
    return () => clearTimeout(timer)
  }, [phone])
  return answer
}
