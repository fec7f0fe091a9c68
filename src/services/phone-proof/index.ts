import { call, callAgain, newRequestId, transport, type Answer } from '../cloud'
import { visitorId } from '../entry'
import { useSession } from '../session'

/** How this build proves a phone number: by a texted code (over HTTP), or by WeChat's button `openType='getPhoneNumber'`. */
export const provesBy = transport.provesBy

/** Sends a code. The answer is the same whether the number is known or not. */
export function startProof(phone: string): Promise<Answer<'session.start'>> {
  return call('session.start', { phone })
}

/** The code that was texted; when it is right, the person is signed in, and what this browser touched before is theirs. */
export async function verifyProof(phone: string, code: string): Promise<Answer<'session.verify'>> {
  const reply = await call('session.verify', { phone, code, visitor: visitorId() })
  if (reply.ok) useSession.getState().signIn(reply.data.me, reply.data.token)
  return reply
}

/** The code that WeChat's button gave; WeChat tells the cloud the number, never us. */
export async function bindProof(code: string): Promise<Answer<'me.bindPhone'>> {
  const reply = await callAgain('me.bindPhone', { requestId: newRequestId(), code }).reply
  if (reply.ok) useSession.getState().signIn(reply.data)
  return reply
}
