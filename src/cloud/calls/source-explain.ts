import type { Explanation } from '@/contract/calls/source'
import type { Seat } from '@/contract/fields'
import { explainDecision } from '@/domain/attribution/explain'
import { POLICY } from '@/domain/policy'
import { daysLeft, isProtected } from '@/domain/protection'
import { dayWords } from '@/domain/shanghai'
import { isEnd } from '@/domain/stages'
import { defineHandler } from '../handler'
import { findExplained, type ExplainedRow } from '../store/attribution-explain'
import { toCaller } from '../store/caller'
import { relationsTo, seatTaken } from './relation-to-process'
import { requireCaller, requireFound } from './require'
import { attributionLog } from './source-log'

export const applicationExplain = defineHandler('application.explain', {
  async load({ as, id }, ctx) {
    const row = await findExplained(ctx, id)
    const caller = toCaller(row.caller, ctx)
    return { caller, relations: seatTaken(as, relationsTo(row.explained, caller)), facts: row.explained }
  },
  act: (row, { as }, ctx, caller) => present(requireFound(row), as, requireCaller(caller).id, ctx.now),
})

/** Each seat its part: to a referrer there is nobody but themselves. product.md, "What each side can see". */
function present(row: ExplainedRow, as: Seat, viewerId: string, now: Date): Explanation {
  const referrer = as === 'referrer'
  const mine = referrer && row.ownerId === viewerId
  const shown = mine || (!referrer && row.ownerId !== null)
  return {
    sentences: sentencesFor(row, as, viewerId),
    owner: shown ? row.owner : null,
    mine,
    protectedUntil: shown ? row.protectedUntil : null,
    daysLeft: shown ? daysLeft(new Date(row.protectedUntil), now) : 0,
    again: mine && endedWithoutHire(row) && !stillProtected(row, now),
    log: attributionLog(as, row.events, { frozen: row.referrerId, viewerId }),
    mayClaim: as === 'candidate' && !row.claimed,
    mayObject: referrer && !row.objected,
    claims: as === 'recruiter' ? row.claims : [],
  }
}

/** Whoever was made the owner by a decision has no part in what was frozen: of it they read nothing. */
function sentencesFor({ credit, names, events }: ExplainedRow, as: Seat, viewerId: string): string[] {
  if (as !== 'referrer') return explainDecision(credit, { seat: as, names, policy: POLICY })
  if (credit.referrerId === viewerId) return explainDecision(credit, { seat: as, names: {}, policy: POLICY })
  const made = events.filter(({ kind, ownerId }) => kind === 'ruled' && ownerId === viewerId).at(-1)
  return made ? [`HR 在 ${dayWords(new Date(made.at))}核实后，这次推荐记在你名下。`] : []
}

function endedWithoutHire({ stage }: ExplainedRow): boolean {
  return isEnd(stage) && stage !== 'confirmed'
}

function stillProtected({ endedAt, protectedUntil }: ExplainedRow, now: Date): boolean {
  const application = {
    endedAt: endedAt === null ? null : new Date(endedAt),
    protectedUntil: new Date(protectedUntil),
  }
  return isProtected(application, now)
}
