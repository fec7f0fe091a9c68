import { RELATIONS, type Relation } from '@/domain/endorsement'
import { jobs } from '../jobs'
import type { Random } from '../random'
import { linesFor } from '../words/lines'
import type { Endorsed, WithCandidate } from './drafts'

const COMMONNESS: Record<Relation, number> = {
  'former-colleague': 34,
  friend: 18,
  classmate: 14,
  online: 9,
  'former-report': 9,
  other: 6,
  'former-manager': 6,
  relative: 4,
}
const RELATION_CHANCE = 0.85
const LINE_CHANCE = 0.72

/** Adds the relation and the personal line. Nobody writes the same line twice, and none is worn out. */
export function endorse(drafts: readonly WithCandidate[], random: Random): Endorsed[] {
  const relationTo = new Map<number, Relation | null>()
  const uses = new Map<string, number>()
  const written = new Set<string>()

  return drafts.map((draft) => {
    const known = relationTo.get(draft.candidateIndex)
    const relation = draft.fixed.relation ?? (known === undefined ? drawRelation(random) : known)
    relationTo.set(draft.candidateIndex, relation)

    const craft = jobs.find((job) => job.key === draft.jobKey)?.craft ?? null
    const fresh = relation
      ? linesFor(relation, craft).filter((line) => !written.has(`${draft.referrerKey} ${line}`))
      : []
    const wanted = random.chance(LINE_CHANCE) && fresh.length > 0
    const line = draft.fixed.line ?? (wanted ? leastUsed(fresh, uses, random) : null)
    if (line) {
      uses.set(line, (uses.get(line) ?? 0) + 1)
      written.add(`${draft.referrerKey} ${line}`)
    }
    return { ...draft, relation, line }
  })
}

function drawRelation(random: Random): Relation | null {
  return random.chance(RELATION_CHANCE)
    ? random.pickWeighted(RELATIONS, (relation) => COMMONNESS[relation])
    : null
}

function leastUsed(lines: readonly string[], uses: Map<string, number>, random: Random): string {
  const fewest = Math.min(...lines.map((line) => uses.get(line) ?? 0))
  return random.pick(lines.filter((line) => (uses.get(line) ?? 0) === fewest))
}
