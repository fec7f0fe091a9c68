import { createStore } from 'zustand'
import type { Timeline } from '@/contract/calls/progress'
import { wordsFor } from '@/contract/words'
import type { Stage } from '@/domain/stages'
import { call, callAgain, makeRequestIds, type Failure } from '@/services/cloud'
import { isWritten, openDraft, problemIn, rebase, type MoveDraft, type MoveProblem } from '../move/draft'
import { overtakenWords } from '../move/words'

/** What each side was told, after a move. `referrer` is null where nobody referred. */
export type Told = { from: Stage; to: Stage; round: number; candidate: string; referrer: string | null }

export type MovePhase =
  | { name: 'writing'; problem?: MoveProblem; notice?: string }
  /** `waiting`: the cloud is away; it goes on by itself. */
  | { name: 'sending'; waiting: boolean }
  /** Done. The next move waits to be asked for: its button would lie where the last one was tapped twice. */
  | { name: 'told'; told: Told }

export type CasePhase =
  | { name: 'loading' }
  | { name: 'failed'; missing: boolean; failure: Failure }
  | { name: 'ready'; timeline: Timeline; draft: MoveDraft; move: MovePhase }

export type CaseState = {
  phase: CasePhase
  load: () => Promise<void>
  /** Changes the draft; what was said about the last try is over. */
  edit: (change: (draft: MoveDraft) => MoveDraft) => void
  send: () => Promise<void>
  giveUp: () => void
  /** After a move: on to the next one. */
  carryOn: () => void
  /** The recruiter has moved it to another job themselves, which is no news to them. */
  movedElsewhere: (moved: Pick<Timeline, 'stage' | 'version'>) => void
}

/** One application in front of a recruiter, and the move they are writing. */
export const makeCase = (id: string) =>
  createStore<CaseState>()((set, get) => {
    const requestIds = makeRequestIds()
    let cancel = () => undefined as void

    const ready = () => {
      const { phase } = get()
      return phase.name === 'ready' ? phase : null
    }
    const become = (change: Partial<Extract<CasePhase, { name: 'ready' }>>) => {
      const now = ready()
      if (now) set({ phase: { ...now, ...change } })
    }

    /** Somebody else's move is told; one's own is not news. */
    function show(timeline: Timeline): void {
      const now = ready()
      if (!now) {
        const draft = openDraft(timeline.stage)
        return set({ phase: { name: 'ready', timeline, draft, move: { name: 'writing' } } })
      }
      if (timeline.version < now.timeline.version) return
      if (timeline.version === now.timeline.version) return become({ timeline })
      const { stage, round, events } = timeline
      const [newest] = [...events].sort((a, b) => b.at.localeCompare(a.at))
      const by = newest?.internal?.by ?? null
      const notice = overtakenWords(by, stage, round, isWritten(now.draft))
      become({
        timeline,
        draft: rebase(now.draft, now.timeline.stage, stage),
        move: { name: 'writing', notice },
      })
    }

    async function load(): Promise<void> {
      if (get().phase.name === 'failed') set({ phase: { name: 'loading' } })
      const reply = await call('progress.get', { as: 'recruiter', id })
      // A move on its way loads again when it has arrived.
      if (ready()?.move.name === 'sending') return
      if (reply.ok) return show(reply.data)
      if (ready()) return
      const missing = reply.code === 'not-found' || reply.code === 'bad-input'
      set({ phase: { name: 'failed', missing, failure: reply } })
    }

    async function send(): Promise<void> {
      const now = ready()
      if (now?.move.name !== 'writing') return
      const { timeline, draft } = now
      const problem = problemIn(draft, timeline.stage)
      if (problem || draft.to === null)
        return become({ move: { name: 'writing', problem: problem ?? undefined } })

      const input = inputFor(timeline, draft, draft.to)
      become({ move: { name: 'sending', waiting: false } })
      const sending = callAgain('stage.move', { requestId: requestIds.of(input), ...input }, (phase) => {
        if (phase !== 'done') become({ move: { name: 'sending', waiting: phase === 'waiting-for-network' } })
      })
      cancel = sending.cancel
      const reply = await sending.reply
      if (reply.ok) {
        const told = toldBy(timeline, draft, draft.to)
        const moved = { ...timeline, ...reply.data }
        become({ timeline: moved, draft: openDraft(moved.stage), move: { name: 'told', told } })
      } else {
        const words = wordsFor(reply.code, reply)
        const at = reply.code === 'reason-required' ? 'reason' : 'form'
        const said =
          reply.code === 'stage-conflict'
            ? { notice: words }
            : reply.code === 'unavailable'
              ? {}
              : { problem: { at, words } as const }
        become({ move: { name: 'writing', ...said } })
      }
      // After a conflict this tells who was faster; after a move it brings the new event.
      if (reply.ok || reply.code === 'stage-conflict' || reply.code === 'stage-impossible') await load()
    }

    return {
      phase: { name: 'loading' },
      load,
      edit: (change) => {
        const now = ready()
        if (now && now.move.name !== 'sending')
          become({ draft: change(now.draft), move: { name: 'writing' } })
      },
      send,
      giveUp: () => cancel(),
      carryOn: () => become({ move: { name: 'writing' } }),
      movedElsewhere: (moved) => {
        const now = ready()
        if (now) become({ timeline: { ...now.timeline, ...moved }, draft: openDraft(moved.stage) })
      },
    }
  })

function inputFor({ id, version }: Timeline, { texts, note, reason }: MoveDraft, to: Stage) {
  return {
    id,
    version,
    to,
    candidateText: texts.candidate.trim(),
    referrerText: texts.referrer.trim(),
    internalNote: note.trim() || null,
    reason: reason.trim() || null,
  }
}

function toldBy({ stage, round, owner }: Timeline, { texts }: MoveDraft, to: Stage): Told {
  const referrer = owner ? texts.referrer.trim() : null
  return { from: stage, to, round, candidate: texts.candidate.trim(), referrer }
}
