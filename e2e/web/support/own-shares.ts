import { newRequestId } from '@/services/cloud/request-id'
import type { OwnShare } from '@/contract/calls/share'
import type { OwnChannel } from '@/domain/own-share'
import type { LocalServer } from '../../local-server'
import { call, signIn } from './calls'

/** A colleague of the demo referrer's who neither recruits for a job nor manages one. */
export const COLLEAGUE = { name: '苏嘉禾', department: '前端平台部', phone: '13800138152' }

export const colleagueIn = (server: LocalServer): Promise<string> => signIn(server, COLLEAGUE.phone)

/** A share made by call, for one job or all of them. */
export async function makeShare(
  server: LocalServer,
  session: string,
  wish: { channel: OwnChannel; name?: string; jobTitle?: string },
): Promise<OwnShare> {
  const { jobs } = await call(server, 'job.list', {})
  const jobId = jobs.find(({ title }) => title === wish.jobTitle)?.id ?? null
  const input = { channel: wish.channel, jobId, name: wish.name ?? null, title: null }
  return (await call(server, 'share.create', { requestId: newRequestId(), ...input }, session)).share
}

/** The living shares of whoever has this session. */
export const sharesOf = async (server: LocalServer, session: string) =>
  (await call(server, 'share.list', {}, session)).shares

/** Whose a referral is, as the recruiters read it. */
export async function ownerOf(server: LocalServer, applicationId: string): Promise<string | null> {
  const input = { as: 'recruiter', id: applicationId } as const
  const { owner } = await call(server, 'application.explain', input, server.tokenOf('recruiter'))
  return owner?.name ?? null
}
