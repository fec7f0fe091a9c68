import { ACTIVE_STAGES, type Stage } from '@/domain/stages'
import type { Random } from '../random'
import type { Outcome } from './outcomes'

export type Move = { from: Stage | null; to: Stage; round?: number }

/** Every move that leads to the outcome, the application itself first. */
export function pathOf(outcome: Outcome, random: Random): Move[] {
  const { last, endedIn } = outcome
  if (!last) return []

  const stages = stagesUpTo(endedIn ?? last)
  const rounds =
    outcome.rounds || random.pickWeighted([1, 2, 3], (count) => (endedIn === 'interview' ? 4 - count : count))
  const moves: Omit<Move, 'from'>[] = stages.flatMap((to) =>
    to === 'interview' ? interviews(rounds) : { to },
  )
  if (endedIn) moves.push({ to: last })
  return moves.map((move, index) => ({ from: moves[index - 1]?.to ?? null, ...move }))
}

function stagesUpTo(stage: Stage): Stage[] {
  if (stage === 'confirmed') return [...ACTIVE_STAGES, stage]
  return ACTIVE_STAGES.slice(0, (ACTIVE_STAGES as readonly Stage[]).indexOf(stage) + 1)
}

function interviews(rounds: number): Omit<Move, 'from'>[] {
  return Array.from({ length: rounds }, (_, index) => ({ to: 'interview', round: index + 1 }))
}
