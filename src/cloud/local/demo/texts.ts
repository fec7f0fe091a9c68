import { isEnd, type Stage } from '@/domain/stages'
import { endTexts } from './words/end-texts'
import { stageTexts } from './words/stage-texts'

/**
 * One event in three voices. `{job}` and `{round}` are filled in; nobody is ever named, because a candidate may
 * have everything that names them erased.
 */
export type Wording = {
  /** What happens next, and by when. */
  candidate: string
  /** Where it is. Never a reason, never a score. */
  referrer: string
  internal: string
}

/** When an application ended: before anybody met, while they were meeting, or after the candidate was chosen. */
export type Moment = 'early' | 'interview' | 'late'

/** What may be said of a move from one stage to another. */
export function wordingsFor(from: Stage | null, to: Stage, round = 1): readonly Wording[] {
  if (to === 'interview') return round === 1 ? stageTexts.interview.first : stageTexts.interview.next
  if (isEnd(to) && to !== 'confirmed') return endTexts[to][momentOf(from)]
  return stageTexts[to]
}

export function fill(text: string, job: string, round = 1): string {
  return text.replaceAll('{job}', `「${job}」`).replaceAll('{round}', '一二三'[round - 1] ?? String(round))
}

function momentOf(from: Stage | null): Moment {
  if (from === 'interview') return 'interview'
  return from === 'offer' || from === 'onboarding' || from === 'hired' ? 'late' : 'early'
}
