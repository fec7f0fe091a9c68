import type { Handed } from '../handed'

/** E-mail to colleagues. `available: false`: the company has named no server. */
export type MailDoor = {
  readonly available: boolean
  /** Never throws. `id` makes the Message-ID, so that a mail sent twice is one mail to the reader's client. */
  send(mail: {
    id: string
    to: string
    subject: string
    lines: readonly string[]
    /** An address of the web build that opens what it is about. */
    link: string | null
  }): Promise<Handed>
}
