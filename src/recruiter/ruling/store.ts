import { createStore } from 'zustand'
import type { ErrorCode } from '@/contract/errors'
import { wordsFor } from '@/contract/words'
import { callAgain, makeRequestIds, type Failure, type Input } from '@/services/cloud'
import type { Colleague } from '../colleague/store'

export type RulingChoice = Input<'application.ruleSource'>['owner']['kind']

/** A decision as it is being written. */
export type RulingDraft = { choice: RulingChoice | null; colleague: Colleague | null; reason: string }

export type RulingProblem = { at: 'choice' | 'colleague' | 'reason' | 'form'; words: string }

export type RulingPhase =
  | { name: 'writing'; problem?: RulingProblem }
  /** `waiting`: the cloud is away; it goes on by itself. */
  | { name: 'sending'; waiting: boolean }
  /** `contested`: something had waited for it. */
  | { name: 'ruled'; owner: { name: string; department: string } | null; contested: boolean }

export type RulingState = {
  draft: RulingDraft
  phase: RulingPhase
  edit: (change: Partial<RulingDraft>) => void
  send: (contested: boolean) => Promise<void>
  giveUp: () => void
  /** After a decision: on to another one. */
  again: () => void
}

const EMPTY: RulingDraft = { choice: null, colleague: null, reason: '' }

/** A recruiter's decision about who owns a referral; `onSettled` loads what it changed, or what a colleague changed first. */
export const makeRuling = (id: string, onSettled: () => Promise<void>) =>
  createStore<RulingState>()((set, get) => {
    const requestIds = makeRequestIds()
    let cancel = () => undefined as void

    return {
      draft: EMPTY,
      phase: { name: 'writing' },
      edit: (change) => {
        if (get().phase.name === 'writing')
          set({ draft: { ...get().draft, ...change }, phase: { name: 'writing' } })
      },
      send: async (contested) => {
        if (get().phase.name !== 'writing') return
        const input = toSend(id, get().draft)
        if ('words' in input) return set({ phase: { name: 'writing', problem: input } })
        set({ phase: { name: 'sending', waiting: false } })
        const requestId = requestIds.of(input)
        const sending = callAgain('application.ruleSource', { requestId, ...input }, (phase) => {
          if (phase !== 'done') set({ phase: { name: 'sending', waiting: phase === 'waiting-for-network' } })
        })
        cancel = sending.cancel
        const reply = await sending.reply
        if (reply.ok) {
          requestIds.done()
          set({ draft: EMPTY, phase: { name: 'ruled', owner: reply.data.owner, contested } })
        } else set({ phase: { name: 'writing', problem: problemOf(reply) } })
        if (reply.ok || reply.code !== 'unavailable') await onSettled()
      },
      giveUp: () => cancel(),
      again: () => set({ phase: { name: 'writing' } }),
    }
  })

export const isRulingWritten = ({ draft }: RulingState): boolean =>
  draft.reason.trim() !== '' || draft.colleague !== null

type ToSend = Omit<Input<'application.ruleSource'>, 'requestId'>

function toSend(id: string, { choice, colleague, reason }: RulingDraft): ToSend | RulingProblem {
  if (choice === null) return { at: 'choice', words: '请先选一个结论' }
  if (choice === 'employee' && colleague === null) return { at: 'colleague', words: '请选出是哪位同事' }
  if (reason.trim() === '') return { at: 'reason', words: '请写明理由' }
  const owner = choice === 'employee' ? { kind: choice, employeeId: colleague?.id ?? '' } : { kind: choice }
  return { id, owner, reason: reason.trim() }
}

const CAUSES: Partial<Record<ErrorCode, RulingProblem['at']>> = {
  'owner-impossible': 'colleague',
  'text-refused': 'reason',
}

/** Given up: nothing went wrong that would have to be told. */
function problemOf(failure: Failure): RulingProblem | undefined {
  if (failure.code === 'unavailable') return undefined
  return { at: CAUSES[failure.code] ?? 'form', words: wordsFor(failure.code, failure) }
}
