/** The stages of an application in the order they are walked. product.md, "The stages". */
export const ACTIVE_STAGES = [
  'applied',
  'screening',
  'review',
  'interview',
  'offer',
  'onboarding',
  'hired',
] as const
export const END_STAGES = ['confirmed', 'rejected', 'withdrawn', 'expired', 'pooled'] as const
export const STAGES = [...ACTIVE_STAGES, ...END_STAGES] as const

export type ActiveStage = (typeof ACTIVE_STAGES)[number]
export type EndStage = (typeof END_STAGES)[number]
export type Stage = (typeof STAGES)[number]

export const STAGE_NAMES: Record<Stage, string> = {
  applied: '已投递',
  screening: '初筛',
  review: '用人部门评估',
  interview: '面试',
  offer: '沟通 Offer',
  onboarding: '待入职',
  hired: '已入职',
  confirmed: '已转正',
  rejected: '未通过',
  withdrawn: '候选人放弃',
  expired: '已过期',
  pooled: '人才库',
}

const LEAVE: readonly Stage[] = ['rejected', 'withdrawn', 'pooled', 'expired']

/** Where a move may go without a reason. Everything else is a step back or a reopening, see `moveKind`. */
const FORWARD: Record<Stage, readonly Stage[]> = {
  applied: ['screening', ...LEAVE],
  screening: ['review', ...LEAVE],
  review: ['interview', ...LEAVE],
  interview: ['interview', 'offer', ...LEAVE],
  offer: ['onboarding', ...LEAVE],
  onboarding: ['hired', ...LEAVE],
  hired: ['confirmed', 'rejected', 'withdrawn'],
  confirmed: [],
  rejected: [],
  withdrawn: [],
  expired: [],
  pooled: [],
}

export type MoveKind = 'forward' | 'next-round' | 'end' | 'back' | 'reopen'

export function isEnd(stage: Stage): stage is EndStage {
  return (END_STAGES as readonly Stage[]).includes(stage)
}

/**
 * What kind of move it is, or null when the table has no such move. `back` (to an earlier stage) and `reopen`
 * (out of an end, to any stage before `hired`) need a reason; a confirmed hire is never reopened.
 */
export function moveKind(from: Stage, to: Stage): MoveKind | null {
  if (FORWARD[from].includes(to)) {
    if (from === to) return 'next-round'
    return isEnd(to) && to !== 'confirmed' ? 'end' : 'forward'
  }
  if (from === 'confirmed' || isEnd(to)) return null
  if (isEnd(from)) return to === 'hired' ? null : 'reopen'
  return order(to) < order(from) ? 'back' : null
}

export function needsReason(kind: MoveKind): boolean {
  return kind === 'back' || kind === 'reopen'
}

/** The moves a recruiter is offered first: onward, then ends. */
export function onwardFrom(stage: Stage): readonly Stage[] {
  return FORWARD[stage].filter((to) => to !== 'expired')
}

/** Earlier stages (or, after an end, the stages it may be reopened to). Each needs a reason. */
export function backwardFrom(stage: Stage): readonly Stage[] {
  return ACTIVE_STAGES.filter((to) => {
    const kind = moveKind(stage, to)
    return kind !== null && needsReason(kind)
  })
}

/** 「面试 · 第 2 轮」; the round is told only where there are rounds. */
export function stageWords(stage: Stage, round = 1): string {
  return stage === 'interview' ? `${STAGE_NAMES.interview} · 第 ${round} 轮` : STAGE_NAMES[stage]
}

/** The seven steps that both sides see: the last one is hired and confirmed together. */
export const STEP_NAMES = [
  STAGE_NAMES.applied,
  STAGE_NAMES.screening,
  STAGE_NAMES.review,
  STAGE_NAMES.interview,
  STAGE_NAMES.offer,
  STAGE_NAMES.onboarding,
  '入职与转正',
] as const

/** How many of the seven steps lie behind an active stage; 7 when confirmed. */
export function stepsDone(stage: ActiveStage | 'confirmed'): number {
  return stage === 'confirmed' ? STEP_NAMES.length : order(stage)
}

function order(stage: Stage): number {
  return (ACTIVE_STAGES as readonly Stage[]).indexOf(stage)
}
