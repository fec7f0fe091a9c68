import { STAGE_TEXTS, type StageTexts } from '@/domain/stage-texts'
import { backwardFrom, isEnd, moveKind, needsReason, onwardFrom, type Stage } from '@/domain/stages'

export type Side = keyof StageTexts

/** A move as it is being written. */
export type MoveDraft = {
  /** Null where no move is offered first: after an end. */
  to: Stage | null
  texts: StageTexts
  /** What the recruiter wrote themselves; another target leaves it alone. */
  own: Record<Side, boolean>
  note: string
  reason: string
}

const NO_TEXTS: StageTexts = { candidate: '', referrer: '' }

/** The move offered first: the next stage, with what both sides usually read. */
export function openDraft(stage: Stage): MoveDraft {
  const draft = {
    to: null,
    texts: NO_TEXTS,
    own: { candidate: false, referrer: false },
    note: '',
    reason: '',
  }
  return chooseTarget(draft, firstTarget(stage))
}

export function chooseTarget(draft: MoveDraft, to: Stage | null): MoveDraft {
  const usual = to ? STAGE_TEXTS[to] : NO_TEXTS
  const fill = (side: Side) => (draft.own[side] ? draft.texts[side] : usual[side])
  return { ...draft, to, texts: { candidate: fill('candidate'), referrer: fill('referrer') } }
}

/** A text that was emptied is nobody's own: the next target fills it again. */
export function write(draft: MoveDraft, side: Side, text: string): MoveDraft {
  const usual = draft.to ? STAGE_TEXTS[draft.to][side] : ''
  const own = text.trim() !== '' && text !== usual
  return { ...draft, texts: { ...draft.texts, [side]: text }, own: { ...draft.own, [side]: own } }
}

/** The same words for an application that somebody else has moved. A target that would mean another kind of move goes. */
export function rebase(draft: MoveDraft, from: Stage, stage: Stage): MoveDraft {
  const same = draft.to !== null && moveKind(stage, draft.to) === moveKind(from, draft.to)
  return chooseTarget(draft, same ? draft.to : firstTarget(stage))
}

export function isWritten({ own, note, reason }: MoveDraft): boolean {
  return own.candidate || own.referrer || note.trim() !== '' || reason.trim() !== ''
}

export type MoveProblem = { at: Side | 'reason' | 'form'; words: string }

/** What keeps the move from being sent, or null. */
export function problemIn(draft: MoveDraft, stage: Stage): MoveProblem | null {
  const kind = draft.to && moveKind(stage, draft.to)
  if (!kind) return { at: 'form', words: '请先选择要移到哪个阶段' }
  if (needsReason(kind) && draft.reason.trim() === '')
    return { at: 'reason', words: '退回或重新打开需要写明原因' }
  if (draft.texts.candidate.trim() === '') return { at: 'candidate', words: '写一句给候选人看的话' }
  if (draft.texts.referrer.trim() === '') return { at: 'referrer', words: '写一句给内推人看的话' }
  return null
}

/** The moves of a stage as the form offers them: onward, to an end, and with a reason. */
export function targetsFrom(stage: Stage): Record<'onward' | 'ends' | 'backward', readonly Stage[]> {
  const onward = onwardFrom(stage)
  const ends = onward.filter((to) => moveKind(stage, to) === 'end')
  return { onward: onward.filter((to) => !ends.includes(to)), ends, backward: backwardFrom(stage) }
}

function firstTarget(stage: Stage): Stage | null {
  return isEnd(stage) ? null : (targetsFrom(stage).onward[0] ?? null)
}
