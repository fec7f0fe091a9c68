import { moveKind, STAGE_NAMES, stageWords, type Stage } from '@/domain/stages'

const ENDING: Partial<Record<Stage, string>> = {
  rejected: '结束为未通过',
  withdrawn: '记为候选人放弃',
  expired: '记为已过期',
  pooled: '放入人才库',
}

/** A target as the form offers it. */
export function targetWords(from: Stage, to: Stage, round: number): string {
  return moveKind(from, to) === 'next-round' ? `面试第 ${round + 1} 轮` : STAGE_NAMES[to]
}

/** What the button will do: 「推进到初筛，并告诉双方」. */
export function moveWords(from: Stage, to: Stage, round: number, referred: boolean): string {
  return `${deed(from, to, round)}，并告诉${referred ? '双方' : '候选人'}`
}

/** What was done: 「已推进到初筛」. */
export function movedWords(from: Stage, to: Stage, round: number): string {
  return `已${deed(from, to, round)}`
}

function deed(from: Stage, to: Stage, round: number): string {
  switch (moveKind(from, to)) {
    case 'next-round':
      return `安排面试第 ${round + 1} 轮`
    case 'end':
      return ENDING[to] ?? `结束为${STAGE_NAMES[to]}`
    case 'back':
      return `退回到${STAGE_NAMES[to]}`
    case 'reopen':
      return `重新打开到${STAGE_NAMES[to]}`
    default:
      return to === 'confirmed' ? '确认转正' : `推进到${STAGE_NAMES[to]}`
  }
}

/** For whoever was slower: what it is now, and that nothing written is lost. */
export function overtakenWords(by: string | null, stage: Stage, round: number, written: boolean): string {
  // Whoever is not on the roster is the candidate.
  const who = by ?? (stage === 'withdrawn' ? '候选人' : '有同事')
  const kept = written ? '你写的内容还在，' : ''
  return `${who}刚刚更新了这条进度，现在是「${stageWords(stage, round)}」。${kept}请看过再操作。`
}
