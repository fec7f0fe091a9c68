import type { MailConfig } from '../../channel-config'
import { codeOf } from '../failure'
import type { Handed } from '../handed'
import type { MailDoor } from './face'
import { writeLetter } from './letter'

type Patience = { connectMs: number; answerMs: number }

const PATIENCE: Patience = { connectMs: 5_000, answerMs: 8_000 }
/** One address and nothing else: a comma would make two of it. */
const ADDRESS = /^[^\s<>,;:"()@]+@[^\s<>,;:"()@]+$/

/**
 * Mail over SMTP. The Message-ID is made of the outbox id: a mail that is sent again is the same mail to a reader's
 * client, so whatever may not have arrived is `later`.
 */
export function smtpMail({ url, from }: MailConfig, patience: Partial<Patience> = {}): MailDoor {
  const { connectMs, answerMs } = { ...PATIENCE, ...patience }
  const domain = /@([^\s<>@]+)>?$/.exec(from)?.[1] ?? 'bole'

  return {
    available: true,
    async send({ id, to, ...mail }) {
      if (!ADDRESS.test(to)) return { outcome: 'closed', reason: 'address' }
      const nodemailer = await load()
      if (!nodemailer) return { outcome: 'refused', reason: 'not-installed' }
      const transport = nodemailer.createTransport({
        url,
        // A password never travels in clear.
        requireTLS: new URL(url).password !== '',
        connectionTimeout: connectMs,
        greetingTimeout: connectMs,
        socketTimeout: answerMs,
        disableFileAccess: true,
        disableUrlAccess: true,
      })
      try {
        await transport.sendMail({
          from,
          to: { name: '', address: to },
          messageId: `<${id}@${domain}>`,
          ...writeLetter(mail),
          // Nobody's "out of office" answers it.
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
        return { outcome: 'sent' }
      } catch (error) {
        return ofFailure(error)
      } finally {
        transport.close()
      }
    },
  }
}

/** 4xx is a server that is busy, 5xx one that will not; of the recipient it says that nobody is there. */
function ofFailure(error: unknown): Handed {
  const { responseCode, command } = error as { responseCode?: unknown; command?: unknown }
  const status = typeof responseCode === 'number' ? responseCode : 0
  if (status >= 500) return { outcome: command === 'RCPT TO' ? 'closed' : 'refused', reason: String(status) }
  if (status >= 400) return { outcome: 'later', reason: String(status) }
  const code = codeOf(error)
  const fault = code === 'EENVELOPE' || code === 'EAUTH' || code === 'ECONFIG'
  return { outcome: fault ? 'refused' : 'later', reason: code ?? 'unknown' }
}

/** Loaded by the first mail: most functions never send one. Null where the platform did not install it. */
async function load(): Promise<typeof import('nodemailer') | null> {
  try {
    return await import('nodemailer')
  } catch {
    return null
  }
}
