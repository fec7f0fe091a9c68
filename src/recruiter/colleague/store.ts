import { createStore } from 'zustand'
import { call, type Failure, type Output } from '@/services/cloud'

export type Colleague = Output<'employee.find'>['employees'][number]

export type SearchPhase =
  | { name: 'idle' }
  | { name: 'searching' }
  /** `by` is what was asked for: less than what is typed by now, until the next answer comes. */
  | { name: 'found'; by: string; colleagues: readonly Colleague[] }
  | { name: 'failed'; failure: Failure }

export type SearchState = {
  text: string
  phase: SearchPhase
  /** Asks once the typing rests. */
  type: (text: string) => void
  again: () => void
  stop: () => void
}

const PAUSE_MS = 250
export const SEARCH_LIMIT = 30

/** Looks for a colleague by the beginning of the name or the employee number. */
export const makeSearch = () =>
  createStore<SearchState>()((set, get) => {
    let timer: ReturnType<typeof setTimeout> | undefined
    /** The newest question; answers to older ones are left unread. */
    let question = 0

    async function ask(): Promise<void> {
      const mine = ++question
      set({ phase: { name: 'searching' } })
      const by = get().text.trim()
      const reply = await call('employee.find', { text: by })
      if (mine !== question) return
      if (reply.ok) set({ phase: { name: 'found', by, colleagues: reply.data.employees } })
      else set({ phase: { name: 'failed', failure: reply } })
    }

    const stop = () => {
      clearTimeout(timer)
      question++
    }
    return {
      text: '',
      phase: { name: 'idle' },
      type: (text) => {
        stop()
        const { phase } = get()
        if (text.trim() === '') return set({ text, phase: { name: 'idle' } })
        // What was found stays in sight until the next answer, so that the list does not jump.
        set({ text, phase: phase.name === 'found' ? phase : { name: 'searching' } })
        timer = setTimeout(() => void ask(), PAUSE_MS)
      },
      again: () => void ask(),
      stop,
    }
  })

/** Whom Enter takes: nobody while the colleagues in sight answer an older question. */
export function firstOf({ text, phase }: Pick<SearchState, 'text' | 'phase'>): Colleague | undefined {
  return phase.name === 'found' && phase.by === text.trim() ? phase.colleagues[0] : undefined
}
