import type { LocalServer } from '../../local-server'

// What a phone receives: read from the outbox, where the local server leaves every text.

export const international = (phone: string) => `+86${phone}`

/** The link in the invitation that was texted to this number. */
export async function linkSentTo(server: LocalServer, phone: string): Promise<string> {
  const body = await newestText(server, phone, 'invitation')
  const link = /http:\/\/\S+\/i\/[A-Za-z0-9_-]+/.exec(body)?.[0]
  if (!link) throw new Error('The invitation that was texted holds no link')
  return link
}

export async function codeSentTo(server: LocalServer, phone: string): Promise<string> {
  const code = /\d{6}/.exec(await newestText(server, phone, 'login-code'))?.[0]
  if (!code) throw new Error('The text with the login code holds no code')
  return code
}

export async function textsTo(server: LocalServer, phone: string) {
  return (await server.outbox()).filter(({ to, kind }) => to === international(phone) && kind !== 'message')
}

async function newestText(server: LocalServer, phone: string, kind: 'invitation' | 'login-code') {
  const text = (await textsTo(server, phone)).find((one) => one.kind === kind)
  if (!text?.body) throw new Error(`No ${kind} was texted to the number`)
  return text.body
}
