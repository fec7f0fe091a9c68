import type { DemoJob } from '../job'
import { jobs } from '../jobs'
import type { Random } from '../random'
import { BY_CANDIDATE, type StoryApplication, type StoryEvent } from '../story-types'
import { fill, wordingsFor, type Wording } from '../texts'
import { candidateNotes } from '../words/candidate-notes'
import { passNotes, rejectNotes } from '../words/craft-notes'
import type { Endorsed } from './drafts'
import type { DatedMove } from './timeline'

const NOTE_CHANCE = 0.55
const CRAFT_NOTE_CHANCE = 0.65

/** Puts an application into words: who moved it, and what each side read. */
export function tell(draft: Endorsed, random: Random): StoryApplication | null {
  const appliedAt = draft.moves[0]?.at
  const job = jobs.find(({ key }) => key === draft.jobKey)
  if (!appliedAt || !job) return null

  const said = new Set<string>()
  const drawn = random.chance(NOTE_CHANCE) ? random.pick(candidateNotes) : null
  const note = draft.fixed.note ?? drawn
  return { appliedAt, note, events: draft.moves.map((move) => eventOf(move, job, said, random)) }
}

function eventOf(move: DatedMove, job: DemoJob, said: Set<string>, random: Random): StoryEvent {
  const { from, to, round, at } = move
  const wording = freshWording(wordingsFor(from, to, round), said, random)
  return {
    to,
    ...(round ? { round } : {}),
    at,
    byKey: movedByCandidate(move) ? BY_CANDIDATE : job.recruiterKey,
    candidateText: fill(wording.candidate, job.title, round),
    referrerText: fill(wording.referrer, job.title, round),
    internalNote: craftNote(move, job, said, random) ?? fill(wording.internal, job.title, round),
  }
}

/** Once an offer is on the table people call; before that they withdraw by themselves. */
function movedByCandidate({ from, to }: DatedMove): boolean {
  return to === 'applied' || (to === 'withdrawn' && from !== 'offer' && from !== 'onboarding')
}

function freshWording(wordings: readonly Wording[], said: Set<string>, random: Random): Wording {
  const fresh = wordings.filter(({ candidate }) => !said.has(candidate))
  const chosen = random.pick(fresh.length > 0 ? fresh : wordings)
  said.add(chosen.candidate)
  return chosen
}

/** What the interviewers of this craft wrote, where an interview lies behind the move. */
function craftNote({ from, to }: DatedMove, job: DemoJob, said: Set<string>, random: Random): string | null {
  if (from !== 'interview') return null
  const passed = to === 'interview' || to === 'offer'
  if (!passed && to !== 'rejected') return null

  const notes = (passed ? passNotes : rejectNotes)[job.craft].filter((note) => !said.has(note))
  if (notes.length === 0 || !random.chance(CRAFT_NOTE_CHANCE)) return null
  const note = random.pick(notes)
  said.add(note)
  return note
}
