import sql from 'sql-template-tag'
import type { OwnShare } from '@/contract/calls/share'
import { newRequestId } from '@/services/cloud/request-id'
import type { ParamsOf, Route } from '@/services/navigate/routes'
import type { DemoRole, LocalServer } from '../../local-server'
import { addressIn } from '../support/addresses'
import { call, invite, signIn } from '../support/calls'
import { rowsOf } from '../support/database'

const ADMIN = '13800138003'
const INTERN = '13800138194'
const NEWCOMER = '13912345761'
const INVITED = '13912345762'
const GENERAL = '13912345763'
const DECLINED = '13912345764'
const REVOKED = '13912345765'
const LEAVING = '13912345766'
const ASKED = '13912345770'

export type Somebody = DemoRole | 'admin' | 'intern' | 'newcomer' | 'invited' | 'leaving' | 'asked'

/** Everything a tour needs to find: who looks, and what there is to be looked at. */
export type Places = {
  url: string
  sessions: Record<Somebody, string>
  /** The demo candidate's, referred by the demo referrer. */
  applicationId: string
  jobs: { open: string; closed: string }
  /** Tokens of invitations. */
  tokens: Record<'open' | 'accepted' | 'general' | 'declined' | 'revoked', string>
  /** The demo referrer's own, of a job (`poster`) and of all (`code`). */
  shares: Record<'poster' | 'code' | 'ended', OwnShare>
  address<R extends Route>(route: R, params: ParamsOf[R], who?: Somebody): string
}

/** Makes, by calls, what the demo data do not have. */
export async function preparePlaces(server: LocalServer): Promise<Places> {
  const { jobs } = await call(server, 'job.list', {})
  const sessions = {
    referrer: server.tokenOf('referrer'),
    candidate: server.tokenOf('candidate'),
    recruiter: server.tokenOf('recruiter'),
    admin: await signIn(server, ADMIN),
    intern: await signIn(server, INTERN),
    newcomer: await signIn(server, NEWCOMER),
    invited: await signIn(server, INVITED),
    leaving: await signIn(server, LEAVING),
    asked: await signIn(server, ASKED),
  }
  await invite(server, ASKED)
  const { items } = await call(server, 'progress.list', { as: 'candidate' }, sessions.candidate)
  const open = jobs.find(({ title }) => title === '高级前端工程师')?.id ?? ''
  return {
    url: server.url,
    sessions,
    applicationId: items[0]?.id ?? '',
    jobs: { open, closed: await findClosedJob(server) },
    tokens: await makeInvitations(server, sessions.invited),
    shares: await makeShares(server, open),
    address: (route, params, who) => addressIn(server, route, params, who && sessions[who]),
  }
}

/** No list names it: the page of a closed job is reached by an old link. */
export async function findClosedJob(server: LocalServer): Promise<string> {
  const [closed] = await rowsOf<{ id: string }>(server, sql`select id from job where status = 'closed'`)
  return closed?.id ?? ''
}

async function makeInvitations(server: LocalServer, invited: string): Promise<Places['tokens']> {
  const declined = await invite(server, DECLINED)
  await call(server, 'invitation.decline', { requestId: newRequestId(), token: declined.token, erase: false })
  const revoked = await invite(server, REVOKED)
  const revoking = { requestId: newRequestId(), id: revoked.id }
  await call(server, 'invitation.revoke', revoking, server.tokenOf('referrer'))
  const general = await invite(server, INVITED, null)
  const accepted = await invite(server, INVITED)
  for (const { id } of [general, accepted])
    await call(server, 'invitation.accept', { requestId: newRequestId(), id }, invited)
  return {
    open: (await invite(server, GENERAL)).token,
    accepted: accepted.token,
    general: general.token,
    declined: declined.token,
    revoked: revoked.token,
  }
}

async function makeShares(server: LocalServer, jobId: string): Promise<Places['shares']> {
  const referrer = server.tokenOf('referrer')
  const make = async (channel: OwnShare['channel'], name: string | null, job: string | null) => {
    const input = { requestId: newRequestId(), channel, name, jobId: job, title: null }
    return (await call(server, 'share.create', input, referrer)).share
  }
  await make('link', '个人主页', null)
  const ended = await make('poster', '展会', null)
  await call(server, 'share.end', { requestId: newRequestId(), id: ended.id }, referrer)
  const code = await make('code', null, null)
  return { poster: await make('poster', '朋友圈', jobId), code, ended }
}
