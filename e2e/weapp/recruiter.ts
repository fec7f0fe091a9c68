import { randomUUID } from 'node:crypto'
import type { InputOf, OutputOf, Reply } from '@/contract/call'
import type { CallName, CallOf } from '@/contract/calls'
import { STAGE_TEXTS } from '@/domain/stage-texts'
import type { Stage } from '@/domain/stages'

/** Makes one call in somebody's name; throws unless it succeeds. */
export type Ask = <Name extends CallName>(
  name: Name,
  input: InputOf<CallOf<Name>>,
) => Promise<OutputOf<CallOf<Name>>>

/** Over HTTP, with a session of the web. */
export function askWith(server: string, token: string): Ask {
  return async (name, input) => {
    const response = await fetch(`${server}/api/${name}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
      body: JSON.stringify(input),
    })
    return dataOf(name, (await response.json()) as Reply<OutputOf<CallOf<typeof name>>>)
  }
}

export function dataOf<Data>(name: CallName, reply: Reply<Data>): Data {
  if (!reply.ok) throw new Error(`${name} answered ${reply.code}: ${reply.message}`)
  return reply.data
}

/** What a recruiter does at the desk: looks for the candidate and moves the case on, with the usual texts. */
export async function moveOn(ask: Ask, name: string, to: Stage): Promise<void> {
  const { items } = await ask('progress.list', { as: 'recruiter', filter: 'all' })
  const found = items.find((item) => item.kind === 'application' && item.name === name)
  if (!found) throw new Error(`${name} is not in the recruiter's list`)
  const { version } = await ask('progress.get', { as: 'recruiter', id: found.id })
  await ask('stage.move', {
    requestId: randomUUID(),
    id: found.id,
    version,
    to,
    candidateText: STAGE_TEXTS[to].candidate,
    referrerText: STAGE_TEXTS[to].referrer,
    internalNote: null,
    reason: null,
  })
}
