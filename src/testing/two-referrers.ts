import {
  requestId,
  send,
  freshPhone,
  MONDAY,
  type Colleague,
  type Company,
  type Sent,
  type Somebody,
} from './company'
import type { CallName } from '@/contract/calls'
import { addDays } from '@/domain/shanghai'
import { applicationFor, referring } from './referring'

/**
 * Two colleagues on one candidate: both have invited them, both have a poster, a link and a code that the candidate opened.
 * Whatever one of them may call, and whatever becomes of the application, nothing tells them of the other.
 */
export type TwoReferrers = {
  candidate: Somebody
  jobId: string
  nextJobId: string
  recruiter: Colleague
  lin: Referrer
  /** Left out, to compare what Lin reads with what they would read if there were nobody else. */
  wang: Referrer | null
  applicationId: string | null
}
export type Referrer = Colleague & {
  invitationId: string
  /** An invitation to somebody else: what the walk may change. */
  spare: { id: string; token: string }
  posterId: string
  posterToken: string
  code: string
}

const once = () => ({ requestId: requestId() })

/** What a colleague who knows their own referral may ask. Every call that the permission table grants them is here. */
export const ASKED: { [Name in CallName]?: (scene: TwoReferrers, me: Referrer) => Sent<Name>[] } = {
  'me.get': () => [{}],
  'job.list': () => [{}],
  'job.get': ({ jobId }) => [{ id: jobId }],
  'invitation.send': ({ candidate, jobId }) => [send(candidate.phone, jobId), send(candidate.phone, null)],
  'invitation.check': ({ candidate }) => [{ phone: candidate.phone }],
  'invitation.get': (_scene, me) => [{ id: me.invitationId }],
  'invitation.endorse': (_scene, me) => [{ ...once(), id: me.invitationId, relation: 'friend', line: null }],
  'invitation.revoke': (_scene, me) => [{ ...once(), id: me.spare.id }],
  'invitation.accept': (_scene, me) => [{ ...once(), id: me.invitationId }],
  'invitation.decline': (_scene, me) => [{ ...once(), token: me.spare.token, erase: false }],
  'share.create': ({ jobId }) => [{ ...once(), channel: 'poster', jobId, name: null, title: null }],
  'share.renew': () => [once()],
  'share.end': (_scene, me) => [{ ...once(), id: me.invitationId }],
  'share.list': () => [{}],
  'share.poster': (_scene, me) => [{ id: me.posterId }],
  'share.open': (_scene, me) => [{ token: me.posterToken }, { token: me.spare.token }],
  'share.findCode': (_scene, me) => [{ code: me.code }],
  'share.report': (_scene, me) => [{ ...once(), token: me.posterToken }],
  'application.submit': ({ jobId }) => [applicationFor(jobId)],
  'application.withdraw': (scene) =>
    scene.applicationId ? [{ ...once(), id: scene.applicationId, reason: null }] : [],
  'application.explain': (scene) => ofApplication(scene, (id) => ({ as: 'referrer', id })),
  'application.claimSource': (scene) => ofApplication(scene, (id) => ({ ...once(), id, words: '是我' })),
  'referral.object': (scene, me) => [
    { ...once(), kind: 'invitation', id: me.invitationId, words: '是我推荐的' },
    ...ofApplication(scene, (id) => ({ ...once(), kind: 'application' as const, id, words: '是我推荐的' })),
  ],
  'referral.nudge': (scene) => ofApplication(scene, (id) => ({ ...once(), id })),
  'application.pause': (scene) => ofApplication(scene, (id) => ({ ...once(), id, days: 1, reason: null })),
  'application.resume': (scene) => ofApplication(scene, (id) => ({ ...once(), id })),
  'file.upload': () => [once()],
  'file.link': (scene) => ofApplication(scene, (applicationId) => ({ applicationId })),
  'progress.list': () => [{ as: 'referrer' }, { as: 'referrer', filter: 'ended' }, { as: 'candidate' }],
  'progress.get': (scene) => ofApplication(scene, (id) => ({ as: 'referrer', id })),
  'progress.sync': () => [{ cursor: null }],
  'inbox.list': () => [{}],
  'inbox.read': () => [{ ...once(), ids: [], upTo: MONDAY.toISOString() }],
}

/** About who is calling and nobody else, or about a number that is being proved. */
export const ABOUT_NOBODY: CallName[] = [
  'session.start',
  'session.verify',
  'session.end',
  'me.bindPhone',
  'me.erase',
  'notice.get',
  'notice.save',
  'notice.subscribed',
]

function ofApplication<T>({ applicationId }: TwoReferrers, input: (id: string) => T): T[] {
  return applicationId === null ? [] : [input(applicationId)]
}

async function referrer(
  company: Company,
  name: string,
  candidate: Somebody,
  jobId: string,
): Promise<Referrer> {
  const by = referring(company)
  const colleague = await company.colleague({ name, department: `${name}的部门` })
  const poster = await by.share(colleague, 'poster', jobId)
  const code = await by.share(colleague, 'code')
  const spare = await company.must(colleague, 'invitation.send', send(freshPhone(), jobId))
  for (const { token } of [poster, code, await by.share(colleague, 'link')])
    await by.touches(candidate, token)
  const invitationId = await by.invited(colleague, candidate, jobId)
  return {
    ...colleague,
    ...{ invitationId, posterId: poster.id, posterToken: poster.token, code: code.code ?? '' },
    spare: spare.invitation,
  }
}

/** Lin first, then (`withWang`) Wang; two days after Lin's invitation the candidate is about to apply. */
export async function twoReferrers(company: Company, withWang: boolean): Promise<TwoReferrers> {
  company.at(MONDAY)
  const recruiter = await company.colleague({ role: 'recruiter', name: '陈思' })
  const [jobId, nextJobId] = [await company.job({ recruiter }), await company.job({ recruiter })]
  const candidate = await company.person()
  const lin = await referrer(company, '林晓', candidate, jobId)
  company.at(addDays(MONDAY, 1))
  const wang = withWang ? await referrer(company, '王磊', candidate, jobId) : null
  company.at(addDays(MONDAY, 2))
  return { candidate, jobId, nextJobId, recruiter, lin, wang, applicationId: null }
}
