import type { CallName } from './calls'
import type { ErrorCode } from './errors'
import type { Role } from './roles'

/**
 * What a caller is to the record a call is about.
 * - `any`: the call is about no record, or one that is public
 * - `holder`: holds the token of the share, which is all the call asks for
 * - `addressee`: has proved the number the invitation was made for
 * - `candidate`, `referrer`: of this application or invitation; `referrer` is also who made a share
 * - `recruiter`: neither candidate nor bound otherwise; recruiters see every application but their own
 */
export const RELATIONS_TO_RECORD = [
  'any',
  'holder',
  'addressee',
  'candidate',
  'referrer',
  'recruiter',
] as const
export type RelationToRecord = (typeof RELATIONS_TO_RECORD)[number]

type Grant = readonly [role: Role, relation: RelationToRecord]

/** Who may do what: the only place it is written. product.md, "What each side can see". */
export const PERMISSIONS: Record<CallName, readonly Grant[]> = {
  'session.start': [['visitor', 'any']],
  'session.verify': [['visitor', 'any']],
  'session.end': [['visitor', 'any']],
  'me.get': [['visitor', 'any']],
  'me.bindPhone': [['visitor', 'any']],
  'me.erase': [['person', 'any']],
  'job.list': [['visitor', 'any']],
  'job.get': [['visitor', 'any']],
  'invitation.send': [['employee', 'any']],
  'invitation.check': [['employee', 'any']],
  'invitation.get': [['employee', 'referrer']],
  'invitation.endorse': [['employee', 'referrer']],
  'invitation.revoke': [['employee', 'referrer']],
  'invitation.accept': [['person', 'addressee']],
  'invitation.decline': [['visitor', 'holder']],
  'share.create': [['employee', 'any']],
  'share.renew': [['employee', 'any']],
  'share.end': [['employee', 'referrer']],
  'share.list': [['employee', 'any']],
  'share.poster': [['employee', 'referrer']],
  'share.open': [['visitor', 'holder']],
  'share.findCode': [['visitor', 'any']],
  'share.report': [['visitor', 'holder']],
  'share.suspicious': [['recruiter', 'any']],
  'application.submit': [['person', 'any']],
  'application.withdraw': [['person', 'candidate']],
  'application.revealPhone': [['recruiter', 'recruiter']],
  'application.explain': [
    ['person', 'candidate'],
    ['employee', 'referrer'],
    ['recruiter', 'recruiter'],
  ],
  'application.claimSource': [['person', 'candidate']],
  'application.ruleSource': [['recruiter', 'recruiter']],
  'application.transfer': [['recruiter', 'recruiter']],
  'referral.object': [['employee', 'referrer']],
  'claim.list': [['recruiter', 'any']],
  'employee.find': [['recruiter', 'any']],
  'file.upload': [['person', 'any']],
  'file.link': [
    ['person', 'candidate'],
    ['recruiter', 'recruiter'],
  ],
  'progress.list': [
    ['person', 'candidate'],
    ['employee', 'referrer'],
    ['recruiter', 'recruiter'],
  ],
  'progress.get': [
    ['person', 'candidate'],
    ['employee', 'referrer'],
    ['recruiter', 'recruiter'],
  ],
  'progress.sync': [['person', 'any']],
  'stage.move': [['recruiter', 'recruiter']],
  'referral.nudge': [['employee', 'referrer']],
  'application.pause': [['person', 'candidate']],
  'application.resume': [['person', 'candidate']],
  'inbox.list': [['person', 'any']],
  'inbox.read': [['person', 'any']],
  'notice.get': [['person', 'any']],
  'notice.save': [['person', 'any']],
  'notice.subscribed': [['person', 'any']],
  'delivery.list': [['admin', 'any']],
  'delivery.resend': [['admin', 'any']],
}

/**
 * Why a caller may not make a call about a record, or null when they may. Without any session it is
 * `unauthenticated`, with too small a role `forbidden`; a record the caller has no part in does not exist for them.
 */
export function refusal(
  call: CallName,
  roles: readonly Role[],
  relations: readonly RelationToRecord[],
): Extract<ErrorCode, 'unauthenticated' | 'forbidden' | 'not-found'> | null {
  const grants = PERMISSIONS[call]
  const byRole = grants.filter(([role]) => roles.includes(role))
  if (byRole.some(([, relation]) => relations.includes(relation))) return null
  if (byRole.length > 0 && !grants.some(([, relation]) => relations.includes(relation))) return 'not-found'
  return roles.includes('person') ? 'forbidden' : 'unauthenticated'
}
