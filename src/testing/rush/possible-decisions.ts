import { decide } from '@/domain/attribution/decide'
import type { Decision } from '@/domain/attribution/decision'
import type { History } from '@/domain/attribution/history'
import { POLICY } from '@/domain/policy'
import type { Span } from './ask'
import type { Round } from './round'
import type { ApplicationRow, Tables, TouchRow } from './tables'

type Proof = Tables['proofs'][number]

/** Something that decides, and when it was written: for certain after `began` and before `ended`. */
type Fact = Span & { touch?: TouchRow; proof?: Proof; invitation?: History['invitations'][number] }

/**
 * Every decision that may stand on the application, from the rows alone. What was over before the candidate applied must
 * have counted and what began after the answer must not; of what ran beside it any part may have been there in time.
 */
export function* possibleDecisions(
  round: Round,
  tables: Tables,
  application: ApplicationRow,
): Generator<Decision> {
  const winner = round.applied.find(({ reply }) => reply.ok && reply.data.applicationId === application.id)
  if (!winner) throw new Error('Nobody was told of the application')
  const facts = factsOf(round, tables)
  const certain = facts.filter(({ ended }) => ended < winner.began)
  const beside = facts.filter(({ began, ended }) => ended >= winner.began && began < winner.ended)
  for (let chosen = 0; chosen < 2 ** beside.length; chosen++) {
    const there = beside.filter((_, index) => (chosen >> index) & 1)
    yield decide(historyOf([...certain, ...there], winner.now, round, tables, application), POLICY)
  }
}

function factsOf({ opened, accepted }: Round, { touches, proofs, invitations }: Tables): Fact[] {
  return [
    ...touches.map((touch): Fact => {
      const taps = opened.filter(({ token, visitor }) => token === touch.token && visitor === touch.visitor)
      // Whichever tap is answered first: the touch is there.
      return {
        touch,
        began: Math.min(...taps.map(({ began }) => began)),
        ended: Math.min(...taps.map(({ ended }) => ended)),
      }
    }),
    ...proofs.map((proof): Fact => {
      const tap = opened.find(({ now }) => now.toISOString() === proof.at)
      if (!tap) throw new Error('Nobody has proved that')
      return { proof, began: tap.began, ended: tap.ended }
    }),
    ...accepted.map(({ invitationId, began, ended }): Fact => {
      const row = invitations.find(({ id }) => id === invitationId)
      if (!row || row.acceptedAt === null) throw new Error('An acceptance is lost')
      const { shareId, referrerId, acceptedAt } = row
      return { began, ended, invitation: { invitationId, shareId, referrerId, acceptedAt } }
    }),
  ]
}

function historyOf(
  facts: readonly Fact[],
  askedAt: Date,
  { candidate, through }: Round,
  { people, jobs, events, touches: allTouches }: Tables,
  { appliedAt, jobId }: ApplicationRow,
): History {
  const proofs = facts.flatMap(({ proof }) => proof ?? [])
  const touches = facts
    .flatMap(({ touch }) => touch ?? [])
    .filter((touch) => personBehind(touch, proofs) === candidate.id)
  const appliedFor = events.find(({ kind }) => kind === 'transferred')?.fromJob ?? jobId
  const job = jobs[appliedFor]
  if (!job) throw new Error('There is no such job')
  const byToken = (rows: readonly TouchRow[]) =>
    rows.filter(({ token }) => token === through).sort((a, b) => (a.at < b.at ? -1 : 1))[0]
  // In a browser that knew nobody yet the door is as old as the application.
  const [door, mine] = [byToken(allTouches), byToken(touches)]
  return {
    ...{ candidateId: candidate.id, appliedAt, job, people, touches, applications: [], relatives: [] },
    invitations: facts.flatMap(({ invitation }) => invitation ?? []),
    through: mine ?? (door ? { ...door, at: askedAt.toISOString() } : null),
  }
}

/** Whoever was logged in, else whoever proved a number next in that browser. */
function personBehind({ personId, visitor, at }: TouchRow, proofs: readonly Proof[]): string | null {
  const later = proofs.filter((proof) => proof.visitor === visitor && proof.at >= at)
  const [next] = later.sort((a, b) => (a.at < b.at ? -1 : 1))
  return personId ?? next?.personId ?? null
}
