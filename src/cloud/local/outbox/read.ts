import sql from 'sql-template-tag'
import type { Service } from '@/cloud/context'
import { readText } from '@/cloud/delivery/text-body'

export type OutboxText = {
  /** The full number; null once it was erased. */
  to: string | null
  kind: 'login-code' | 'invitation'
  body: string | null
  at: Date
  runAt: Date
  state: 'waiting' | 'sent' | 'dropped' | 'dead'
}

type Row = Pick<OutboxText, 'kind' | 'at' | 'runAt' | 'state'> & {
  recipientEnc: string | null
  bodyEnc: string | null
}

const SHOWN = 100

/** The newest texts, opened: whoever runs the local server is everybody's phone. */
export async function readOutbox({ db, secrets }: Service): Promise<OutboxText[]> {
  const rows = await db.rows<Row>(sql`
    select kind, recipient_enc as "recipientEnc", body_enc as "bodyEnc", state, created_at as at, run_at as "runAt"
    from outbox order by created_at desc, id desc limit ${SHOWN}`)
  return rows.map(({ recipientEnc, bodyEnc, ...row }) => ({
    ...row,
    to: recipientEnc === null ? null : secrets.decrypt(recipientEnc),
    body: bodyEnc === null ? null : readText(bodyEnc, secrets).body,
  }))
}
