import type { Seat } from '@/contract/fields'
import type { RelationToRecord } from '@/contract/permissions'
import type { Caller } from '../store/caller'

/**
 * What a caller is to an application. A recruiter's seat is everybody's claim: the permission table asks for the role.
 * But nobody sits on the recruiter's side of their own application. A referrer is who owns the referral, and who was
 * credited when it came and has been told otherwise since: they may still read it.
 */
export function relationsTo(
  process: { candidateId: string; referrerId: string | null; ownerId: string | null } | null,
  caller: Caller | null,
): RelationToRecord[] {
  if (!process || !caller) return ['recruiter']
  if (process.candidateId === caller.id) return ['candidate']
  const referred = process.ownerId === caller.id || process.referrerId === caller.id
  return referred ? ['referrer', 'recruiter'] : ['recruiter']
}

/** The relation that a seat claims, if the caller has it. */
export function seatTaken(seat: Seat, relations: readonly RelationToRecord[]): RelationToRecord[] {
  return relations.includes(seat) ? [seat] : []
}
