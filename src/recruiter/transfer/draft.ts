import type { JobCard } from '@/contract/calls/job'
import type { StageTexts } from '@/domain/stage-texts'

export type Side = keyof StageTexts
export type NewJob = Pick<JobCard, 'id' | 'title' | 'city' | 'department'>

/** A transfer as it is being written. */
export type TransferDraft = {
  job: NewJob | null
  texts: StageTexts
  /** What the recruiter wrote themselves; another job leaves it alone. */
  own: Record<Side, boolean>
  reason: string
}

export const EMPTY_TRANSFER: TransferDraft = {
  job: null,
  texts: { candidate: '', referrer: '' },
  own: { candidate: false, referrer: false },
  reason: '',
}

/**
 * What both sides read when the recruiter writes nothing else. That the owner stays is not among it: somebody who
 * recruits for the new job does not (product.md, "Who owns the referral", clause 5).
 */
export function usualTexts({ title }: NewJob): StageTexts {
  return {
    candidate: `我们觉得「${title}」更适合你，已为你转到这个职位，不用重新投递，招聘同事正在看你的经历。`,
    referrer: `TA 转到了「${title}」，从初筛继续。`,
  }
}

export function chooseJob(draft: TransferDraft, job: NewJob | null): TransferDraft {
  const usual = job ? usualTexts(job) : EMPTY_TRANSFER.texts
  const fill = (side: Side) => (draft.own[side] ? draft.texts[side] : usual[side])
  return { ...draft, job, texts: { candidate: fill('candidate'), referrer: fill('referrer') } }
}

/** A text that was emptied is nobody's own: the next job fills it again. */
export function write(draft: TransferDraft, side: Side, text: string): TransferDraft {
  const usual = draft.job ? usualTexts(draft.job)[side] : ''
  const own = text.trim() !== '' && text !== usual
  return { ...draft, texts: { ...draft.texts, [side]: text }, own: { ...draft.own, [side]: own } }
}

export function isTransferWritten({ own, reason }: TransferDraft): boolean {
  return own.candidate || own.referrer || reason.trim() !== ''
}

export type TransferProblem = { at: Side | 'job' | 'form'; words: string }

/** What keeps it from being sent, or null. */
export function problemIn({ job, texts }: TransferDraft): TransferProblem | null {
  if (job === null) return { at: 'job', words: '请选一个职位' }
  if (texts.candidate.trim() === '') return { at: 'candidate', words: '写一句给候选人看的话' }
  if (texts.referrer.trim() === '') return { at: 'referrer', words: '写一句给内推人看的话' }
  return null
}
