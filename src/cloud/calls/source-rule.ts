import { uuidv7 } from 'uuidv7'
import type { InputOf } from '@/contract/call'
import type { CallOf } from '@/contract/calls'
import { AppError } from '@/contract/errors'
import { obstacleTo } from '@/domain/attribution/obstacle'
import { POLICY } from '@/domain/policy'
import { defineHandler, LostRace } from '../handler'
import { momentAfter } from '../store/attribution-event'
import { loadForRuling, rule, type RulingFacts } from '../store/attribution-rule'
import { toCaller } from '../store/caller'
import { checkText } from './check-text'
import { relationsTo } from './relation-to-process'
import { requireCaller, requireFound } from './require'

type Choice = InputOf<CallOf<'application.ruleSource'>>['owner']
type Owner = { id: string | null; shown: { name: string; department: string } | null }

export const applicationRuleSource = defineHandler('application.ruleSource', {
  async load({ id, requestId, owner }, ctx) {
    const employeeId = owner.kind === 'employee' ? owner.employeeId : null
    const row = await loadForRuling(ctx, { id, requestId, employeeId })
    const caller = toCaller(row.caller, ctx)
    return { caller, relations: relationsTo(row.process, caller), answered: row.answer, facts: row }
  },
  async act(facts, { id, requestId, owner: choice, reason }, ctx, caller) {
    const { ownerId: formerOwnerId, attributedAt } = requireFound(facts.process)
    const owner = chosen(choice, facts)
    const { id: by } = requireCaller(caller)
    // Nobody decides about money of their own.
    if (by === formerOwnerId || by === owner.id) throw new AppError('own-referral')
    await checkText(ctx, [reason])
    const reply = { owner: owner.shown }
    const ruled = await rule(ctx, {
      ...{ requestId, eventId: uuidv7(), id, by },
      ...{ at: momentAfter(attributedAt, ctx.now), attributedAt },
      ...{ ownerId: owner.id, formerOwnerId, reason, reply },
    })
    if (!ruled) throw new LostRace()
    return reply
  },
})

/** Throws `owner-impossible` for a colleague who may not be credited (clause 5), or who has never proved a number. */
function chosen(choice: Choice, { process, named }: RulingFacts): Owner {
  const { candidateId, job, relatives, ownerId, owner } = requireFound(process)
  if (choice.kind === 'keep') return { id: ownerId, shown: owner }
  if (choice.kind === 'nobody') return { id: null, shown: null }
  if (!named?.personId) throw new AppError('owner-impossible')
  const { personId, name, department, active, intern } = named
  const people = { [personId]: { active, intern } }
  if (obstacleTo(personId, { candidateId, job, people, relatives }, POLICY))
    throw new AppError('owner-impossible')
  return { id: personId, shown: { name, department } }
}
