import type { Reply } from '@/contract/call'
import type { CallName } from '@/contract/calls'
import { newRequestId } from '@/services/cloud/request-id'
import type { Input, Output } from '@/services/cloud/face'
import type { LocalServer } from '../../local-server'
import { codeSentTo, international } from '../people/texts'

// What has to be there before a story begins, made by calls: the stories that make it by hand are told elsewhere.

type Somewhere = Pick<LocalServer, 'url'>

export async function call<Name extends CallName>(
  server: Somewhere,
  name: Name,
  input: Input<Name>,
  token?: string,
): Promise<Output<Name>> {
  const reply = await ask(server, name, input, token)
  if (!reply.ok) throw new Error(`${name} answered ${reply.code}: ${reply.message}`)
  return reply.data
}

export async function ask<Name extends CallName>(
  { url }: Somewhere,
  name: Name,
  input: Input<Name>,
  token?: string,
): Promise<Reply<Output<Name>>> {
  const headers = { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) }
  const response = await fetch(`${url}/api/${name}`, { method: 'POST', headers, body: JSON.stringify(input) })
  return (await response.json()) as Reply<Output<Name>>
}

/** The demo referrer's invitation of this number. */
export async function invite(server: LocalServer, phone: string, jobTitle: string | null = '高级前端工程师') {
  const { jobs } = await call(server, 'job.list', {})
  const job = jobs.find(({ title }) => title === jobTitle)
  const input = { phone, jobId: job?.id ?? null, relation: null, line: null, consent: true } as const
  const token = server.tokenOf('referrer')
  return (await call(server, 'invitation.send', { requestId: newRequestId(), ...input }, token)).invitation
}

/** A web session of whoever has this number. */
export async function signIn(server: LocalServer, phone: string): Promise<string> {
  await call(server, 'session.start', { phone: international(phone) })
  const code = await codeSentTo(server, phone)
  return (await call(server, 'session.verify', { phone: international(phone), code })).token
}

export type Applied = { token: string; invitationToken: string; applicationId: string }

/** Invited by the demo referrer, accepted, applied. */
export async function applied(
  server: LocalServer,
  person: { phone: string; name: string },
): Promise<Applied> {
  const { id, job, token: invitationToken } = await invite(server, person.phone)
  const token = await signIn(server, person.phone)
  await call(server, 'invitation.accept', { requestId: newRequestId(), id }, token)
  const { applicationId } = await call(
    server,
    'application.submit',
    {
      requestId: newRequestId(),
      jobId: job?.id ?? '',
      invitationId: id,
      name: person.name,
      note: null,
      fileId: null,
    },
    token,
  )
  return { token, invitationToken, applicationId }
}
